import { hasBegun } from './rules.ts'
import type { Meeting } from './store.ts'

/** The meeting that runs, or was the last to begin. */
export function latestBegun(meetings: readonly Meeting[], now: Temporal.Instant): Meeting | undefined {
  return meetings
    .filter((meeting) => meeting.state === 'called' && hasBegun(meeting, now))
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt ?? now, b.startsAt ?? now))
    .at(-1)
}
