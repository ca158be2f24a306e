export type Role = 'politician' | 'resident' | 'member' | 'organisation' | 'staff'

export type FaceProps = {
  readonly role: Role
  /** Left out for a small sign without letters. */
  readonly initials?: string | undefined
  readonly size?: 's' | 'xs' | undefined
  /** An outline: this person is against. */
  readonly isAgainst?: boolean | undefined
}

/** A role by its shape: politician = gable, resident and member = circle, organisation = hexagon, staff = dashed square. */
export function Face({ role, initials, size, isAgainst }: FaceProps) {
  const names = ['fm-face', `fm-face--${look[role].name}`, size ? `is-${size}` : '', isAgainst ? 'is-against' : '']
  return (
    <svg class={names.filter(Boolean).join(' ')} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d={look[role].outline} />
      {initials ? (
        <text x="20" y={role === 'politician' ? '28' : '25.2'} text-anchor="middle">
          {initials}
        </text>
      ) : null}
    </svg>
  )
}

/** "Ragna Holm" → "RH", "Ole" → "O". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toUpperCase()
}

const circle = 'M20 3a17 17 0 1 1 0 34a17 17 0 1 1 0-34z'

const look: Readonly<Record<Role, { readonly name: string; readonly outline: string }>> = {
  politician: { name: 'pol', outline: 'M20 3.5 36 15.5V34.5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V15.5z' },
  resident: { name: 'mem', outline: circle },
  member: { name: 'mem', outline: circle },
  organisation: { name: 'org', outline: 'M20 2.8 35.5 11.4V28.6L20 37.2 4.5 28.6V11.4z' },
  staff: { name: 'staff', outline: 'M5 5h30v30H5z' },
}
