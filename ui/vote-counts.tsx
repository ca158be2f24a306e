import { Seats } from './seats.tsx'

export type VoteCountsProps = {
  /** The counts in words, or why there are none. */
  readonly words: string
  /** Null where the counts are unknown. */
  readonly counts: { readonly for: number; readonly against: number } | null
}

/** How a body voted, as signs and in words. */
export function VoteCounts({ words, counts }: VoteCountsProps) {
  return (
    <>
      {counts ? (
        <Seats
          label={words}
          seats={[
            { role: 'politician', count: counts.for },
            { role: 'politician', count: counts.against, isAgainst: true },
          ]}
        />
      ) : null}
      <p class="fm-small">{words}</p>
    </>
  )
}
