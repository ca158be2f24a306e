import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { standsInFor } from '../attendance/stand-in.ts'
import { meetingsOf, type Meeting } from '../store.ts'
import { addItem } from './rules.ts'
import { itemsOf } from './store.ts'

export type NextAgenda = Pick<Meeting, 'number' | 'startsAt'> & {
  /** What stands on it and can be read. */
  readonly titles: readonly string[]
  /** This reader may put something on it. */
  readonly mayAdd: boolean
}

/** The agenda of the next meeting of a case, for pages from which one puts something on it. */
export async function nextAgenda(
  { read, actor, now }: Pick<Visit, 'read' | 'actor' | 'now'>,
  problem: Id<'problem'>,
): Promise<NextAgenda | undefined> {
  const meeting = nextOf(await meetingsOf(read, problem), now)
  if (!meeting) return undefined
  const [items, standsIn] = await Promise.all([itemsOf(read, [meeting.id]), standsInFor(read, meeting, actor)])
  const hidden = await hiddenAmong(
    read,
    items.map(({ id }) => id),
  )
  return {
    number: meeting.number,
    startsAt: meeting.startsAt,
    titles: items.filter(({ id }) => !hidden.has(id)).map(({ title }) => title),
    mayAdd: addItem(problem, meeting, { actor, standsIn }).ok,
  }
}

type Begins = Pick<Meeting, 'state' | 'startsAt'>

/** The first that has not begun. */
export function nextOf<One extends Begins>(meetings: readonly One[], now: Temporal.Instant): One | undefined {
  return meetings
    .flatMap((meeting) =>
      meeting.state === 'called' && meeting.startsAt !== null && Temporal.Instant.compare(meeting.startsAt, now) > 0
        ? [{ meeting, startsAt: meeting.startsAt }]
        : [],
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))[0]?.meeting
}
