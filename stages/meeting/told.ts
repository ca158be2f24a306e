import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { putItem } from './agenda/store.ts'
import { record } from './facts.ts'
import { writeMinutes } from './minutes/store.ts'
import * as store from './store.ts'

/** A meeting told from published sources. What is not known is null. */
export type ToldMeeting = {
  readonly problem: Id<'problem'>
  readonly title: string
  readonly day: Temporal.PlainDate | null
  readonly hours: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant } | null
  readonly place: string | null
  readonly isOpen: boolean | null
  readonly items: readonly { readonly title: string; readonly minutes: string; readonly decision: string }[]
  readonly isCancelled?: boolean
  /** A study visit beside the meetings: told last, for the numbers are those of the meetings. */
  readonly isVisit?: boolean
  /** '' where the source does not tell. */
  readonly cancelReason?: string
  readonly source: string
}

export async function retellMeeting(tx: Tx, told: ToldMeeting): Promise<Id<'meeting'>> {
  const { id, number } = await store.putMeeting(tx, {
    problem: told.problem,
    title: told.title,
    day: told.day,
    startsAt: told.hours?.startsAt ?? null,
    endsAt: told.hours?.endsAt ?? null,
    place: told.place,
    access: '',
    documents: '',
    isOpen: told.isOpen,
    closedGround: '',
    closedWords: '',
    decisionsClosed: false,
    phase: null,
    calledBy: null,
    source: told.source,
    isVisit: told.isVisit ?? false,
  })
  for (const { title, minutes, decision } of told.items) {
    const item = await putItem(tx, id, { title, plannedMinutes: null, owner: '', addedBy: null })
    await writeMinutes(tx, item.id, { minutes, decision, by: null, isStaff: false, reason: '' })
  }
  if (told.isCancelled) await store.cancelMeeting(tx, id, told.cancelReason ?? '')
  await record(tx, {
    kind: 'meeting.told',
    problem: told.problem,
    public: { number, source: told.source, toldOf: told.day?.toString() ?? null },
    time: 'exact',
  })
  return id
}
