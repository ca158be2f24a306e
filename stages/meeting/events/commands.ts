import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type Refusal<Code extends string> = Code | 'no-such-problem'
type InCase = { readonly slug: string }

export type AnnounceInput = InCase & {
  readonly title: string
  readonly about: string
  readonly place: string
  readonly access: string
  readonly day: Temporal.PlainDate
  readonly starts: Temporal.PlainTime
  readonly ends: Temporal.PlainTime
}

export function announceEvent(
  database: Database,
  actor: Actor,
  { slug, day, starts, ends, ...words }: AnnounceInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.AnnounceRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const { timeZone } = await ownCalendar(tx)
    const at = (plainTime: Temporal.PlainTime) => day.toZonedDateTime({ timeZone, plainTime }).toInstant()
    const hours = { startsAt: at(starts), endsAt: at(ends) }
    const allowed = rules.announce(problem.id, hours, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const announcedBy = allowed.value.account
    const { id, number } = await store.putGathering(tx, { ...words, ...hours, problem: problem.id, announcedBy })
    await link(tx, { kind: 'gathering', id }, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account: announcedBy, about: { kind: 'gathering', id }, asAuthor: true })
    await record(tx, {
      kind: 'meeting.event-announced',
      problem: problem.id,
      public: { number, title: words.title, place: words.place, startsAt: hours.startsAt.toString() },
      time: 'exact',
    })
    await tellAll(tx, problem, { message: 'told.event', number, title: words.title, except: announcedBy })
    return accept({ number })
  })
}

type OneEvent = InCase & { readonly number: number }

export function cancelEvent(
  database: Database,
  actor: Actor,
  { slug, number, reason }: OneEvent & { readonly reason: string },
) {
  return inCase(database, actor, slug, async (tx, problem) => {
    const event = await eventNumbered(tx, problem, number)
    if (!event) return refuse('no-such-event')
    const allowed = rules.cancel(problem.id, { event: stateOf(event), reason }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    await store.cancelGathering(tx, event.id, reason)
    await record(tx, {
      kind: 'meeting.event-cancelled',
      problem: problem.id,
      public: { number, reason },
      time: 'exact',
    })
    const { title } = event
    await tellAll(tx, problem, { message: 'told.event-off', number, title, except: allowed.value.account })
    return accept(null)
  })
}

/** What came of it enters the record, and can be cited. */
export function tellResult(
  database: Database,
  actor: Actor,
  { slug, number, headcount, result }: OneEvent & { readonly headcount: number; readonly result: string },
) {
  return inCase(database, actor, slug, async (tx, problem) => {
    const event = await eventNumbered(tx, problem, number)
    if (!event) return refuse('no-such-event')
    const allowed = rules.tellResult(problem.id, stateOf(event), { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { by, isStaff } = allowed.value
    await store.writeResult(tx, event.id, { headcount, result, by: by.account, isStaff })
    await record(tx, {
      kind: 'meeting.event-told',
      problem: problem.id,
      public: { number, headcount, isStaffText: isStaff },
      secret: { result, by: by.account },
      time: 'exact',
    })
    const { title } = event
    await tellAll(tx, problem, { message: 'told.event-result', number, title, except: by.account })
    return accept(null)
  })
}

export type BatchInput = InCase & {
  readonly channel: rules.Channel
  /** The number of the event the sheets are from; null for none. */
  readonly event: number | null
  readonly collectedBy: string
  readonly collectedOn: Temporal.PlainDate
  readonly sheets: number
  readonly entered: number
  readonly sample: string
}

/** States of a heap of sheets or a day of calls how much of it was entered. What was said stands with the ideas, marked as to how it came. */
export function enterBatch(
  database: Database,
  actor: Actor,
  { slug, event: number, ...batch }: BatchInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.BatchRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const event = number === null ? undefined : await eventNumbered(tx, problem, number)
    const { timeZone } = await ownCalendar(tx)
    const today = (await clock(tx)).toZonedDateTimeISO(timeZone).toPlainDate()
    const allowed = rules.enterBatch(problem.id, { ...batch, hasEvent: event !== undefined }, { actor, today })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const entered = await store.putBatch(tx, problem.id, { ...batch, gathering: event?.id ?? null, by })
    await record(tx, {
      kind: 'meeting.batch-entered',
      problem: problem.id,
      public: {
        number: entered,
        channel: batch.channel,
        event: event?.number ?? null,
        collectedBy: batch.collectedBy,
        collectedOn: batch.collectedOn.toString(),
        sheets: batch.sheets,
        entered: batch.entered,
        sample: batch.sample,
      },
      secret: { by },
      time: 'exact',
    })
    return accept({ number: entered })
  })
}

async function eventNumbered(tx: Tx, problem: Problem, number: number): Promise<store.Gathering | undefined> {
  return (await store.gatheringsOf(tx, problem.id)).find((one) => one.number === number)
}

function stateOf({ startsAt, cancelledAt, resultAt }: store.Gathering): rules.EventState {
  return { startsAt, isCancelled: cancelledAt !== null, hasResult: resultAt !== null }
}

type Telling = {
  readonly message: 'told.event' | 'told.event-off' | 'told.event-result'
  readonly number: number
  readonly title: string
  readonly except: store.Gathering['announcedBy']
}

async function tellAll(tx: Tx, problem: Problem, { message, number, title, except }: Telling): Promise<void> {
  await tell(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'meeting',
    message,
    values: { title, question: problem.question },
    address: 'meeting.event',
    params: { problem: problem.slug, number: String(number) },
    except,
  })
}
