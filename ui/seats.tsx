import { Face, type Role } from './face.tsx'

export type SeatsProps = {
  /** The whole picture in words: "14 councillors voted for, 5 against". */
  readonly label: string
  readonly seats: readonly {
    readonly role: Role
    readonly count: number
    readonly isAgainst?: boolean | undefined
  }[]
}

/** A vote as signs, one each: filled is for, an outline is against. */
export function Seats({ label, seats }: SeatsProps) {
  return (
    <span class="fm-heads" role="img" aria-label={label}>
      {[false, true].map((against) => {
        const group = seats.filter((seat) => Boolean(seat.isAgainst) === against && seat.count > 0)
        if (group.length === 0) return null
        return (
          <span>
            {group.flatMap(({ role, count }) =>
              Array.from({ length: count }, () => <Face role={role} size="xs" isAgainst={against} />),
            )}
          </span>
        )
      })}
    </span>
  )
}
