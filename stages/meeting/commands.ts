import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../platform/db/index.ts'
import { tell } from '../../platform/notices/index.ts'
import { isConfirmed, seatsOf } from '../arena/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** What is typed of a meeting: times by the clocks of the place. */
export type PlanInput = {
  readonly title: string
  readonly day: Temporal.PlainDate
  readonly starts: Temporal.PlainTime
  readonly ends: Temporal.PlainTime
  readonly place: string
  readonly access: string
  readonly documents: string
  readonly isOpen: boolean
  readonly closedGround: string
  readonly timeZone: string
}

export type Refusal<Code extends string> = Code | 'no-such-problem' | 'no-such-meeting'

export async function callMeeting(
  database: Database,
  actor: Actor,
  { slug, ...input }: PlanInput & { readonly slug: string },
): Promise<Result<{ readonly number: number }, Refusal<rules.PlanRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const plan = planOf(input)
    const allowed = rules.call(problem.id, plan, actor)
    if (!allowed.ok) return allowed
    const { number } = await store.putMeeting(tx, {
      ...plan,
      problem: problem.id,
      phase: null,
      calledBy: allowed.value.account,
      source: null,
    })
    await record(tx, { kind: 'meeting.called', problem: problem.id, public: publicPlan(number, plan), time: 'exact' })
    await tellAll(tx, problem, { message: 'told.called', number, title: plan.title, except: actor.account })
    return accept({ number })
  })
}

export type At = { readonly slug: string; readonly number: number }

export async function changeMeeting(
  database: Database,
  actor: Actor,
  { slug, number, ...input }: PlanInput & At,
): Promise<Result<null, Refusal<rules.ChangeRefusal>>> {
  return inMeeting({ database, actor, slug, number }, async (tx, { problem, meeting }) => {
    const plan = planOf(input)
    const allowed = rules.change(problem.id, { meeting, plan }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    await store.changeMeeting(tx, meeting.id, plan)
    await record(tx, { kind: 'meeting.changed', problem: problem.id, public: publicPlan(number, plan), time: 'exact' })
    await tellAll(tx, problem, { message: 'told.changed', number, title: plan.title, except: actor.account })
    return accept(null)
  })
}

export async function cancelMeeting(
  database: Database,
  actor: Actor,
  { reason, ...at }: At & { readonly reason: string },
): Promise<Result<null, Refusal<rules.CancelRefusal>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const allowed = rules.cancel(problem.id, { meeting, reason }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    await store.cancelMeeting(tx, meeting.id, reason)
    const { number, title } = meeting
    await record(tx, { kind: 'meeting.cancelled', problem: problem.id, public: { number, reason }, time: 'exact' })
    await tellAll(tx, problem, { message: 'told.cancelled', number, title, except: actor.account })
    return accept(null)
  })
}

export type ItemInput = At & { readonly title: string; readonly plannedMinutes: number | null; readonly owner: string }

export async function addItem(
  database: Database,
  actor: Actor,
  { title, plannedMinutes, owner, ...at }: ItemInput,
): Promise<Result<null, Refusal<rules.AddItemRefusal>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const allowed = rules.addItem(problem.id, meeting, actor)
    if (!allowed.ok) return allowed
    const addedBy = allowed.value.account
    const item = await store.putItem(tx, meeting.id, { title, plannedMinutes, owner, addedBy })
    await record(tx, {
      kind: 'meeting.item-added',
      problem: problem.id,
      public: { meeting: meeting.number, item: item.number },
      secret: { title, owner, addedBy },
      time: 'coarse',
    })
    return accept(null)
  })
}

export type MinutesInput = At & { readonly item: number; readonly minutes: string; readonly decision: string }

export async function writeMinutes(
  database: Database,
  actor: Actor,
  { item: itemNumber, minutes, decision, ...at }: MinutesInput,
): Promise<Result<null, Refusal<rules.MinutesRefusal | 'no-such-item'>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const item = (await store.itemsOf(tx, [meeting.id])).find((one) => one.number === itemNumber)
    if (!item) return refuse('no-such-item')
    const allowed = rules.writeMinutes(problem.id, meeting, {
      actor,
      now: await clock(tx),
      isGroupConfirmed: await isConfirmed(tx, problem.id),
    })
    if (!allowed.ok) return allowed
    const { by, isStaff } = allowed.value
    await store.writeMinutes(tx, item.id, { minutes, decision, minutesBy: by, minutesByStaff: isStaff })
    await record(tx, {
      kind: 'meeting.minutes-written',
      problem: problem.id,
      public: { meeting: meeting.number, item: itemNumber, decision, isStaffText: isStaff },
      secret: { minutes, by },
      time: 'exact',
    })
    return accept(null)
  })
}

export type AttendanceInput = At & { readonly present: readonly string[] }

/** Every seat as it stands now is recorded as having come or not. */
export async function recordAttendance(
  database: Database,
  actor: Actor,
  { present, ...at }: AttendanceInput,
): Promise<Result<null, Refusal<rules.MinutesRefusal | 'no-seats'>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const allowed = rules.writeMinutes(problem.id, meeting, {
      actor,
      now: await clock(tx),
      isGroupConfirmed: await isConfirmed(tx, problem.id),
    })
    if (!allowed.ok) return allowed
    const seats = await seatsOf(tx, problem.id)
    if (seats.length === 0) return refuse('no-seats')
    const attendees = seats.map(({ id, account, person, name }) => ({
      seat: id,
      account,
      person,
      name,
      isPresent: present.includes(id),
    }))
    await store.putAttendance(tx, meeting.id, attendees)
    const came = attendees.filter((attendee) => attendee.isPresent)
    await record(tx, {
      kind: 'meeting.attendance-recorded',
      problem: problem.id,
      public: {
        meeting: meeting.number,
        came: came.length,
        of: attendees.length,
        politicians: came.flatMap(({ person }) => (person === null ? [] : [person])),
      },
      time: 'exact',
    })
    return accept(null)
  })
}

export type Found = { readonly problem: Problem; readonly meeting: store.Meeting }
export type Where = At & { readonly database: Database; readonly actor: Actor }

/** One transaction about one meeting, under the lock of its case: two changes at once come one after the other. */
export async function inMeeting<Value, Code extends string>(
  { database, actor, slug, number }: Where,
  act: (tx: Tx, found: Found) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Refusal<Code>>> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Result<Value, Refusal<Code>>> => {
    const meeting = await store.meetingByNumber(tx, problem.id, number)
    if (!meeting) return refuse('no-such-meeting')
    return act(tx, { problem, meeting })
  })
}

export type Plan = rules.Plan & store.MeetingPlan

/** An end before the start is the next morning only when one says so: it is refused by the rule, not guessed. */
export function planOf({ day, starts, ends, timeZone, ...words }: PlanInput): Plan {
  const at = (plainTime: Temporal.PlainTime): Temporal.Instant =>
    day.toZonedDateTime({ timeZone, plainTime }).toInstant()
  return { ...words, closedGround: words.isOpen ? '' : words.closedGround, day, startsAt: at(starts), endsAt: at(ends) }
}

export function publicPlan(number: number, plan: Plan): JsonObject {
  const { title, startsAt, endsAt, place, isOpen, closedGround } = plan
  return { number, title, startsAt: startsAt.toString(), endsAt: endsAt.toString(), place, isOpen, closedGround }
}

export type Told = {
  readonly message: 'told.called' | 'told.changed' | 'told.cancelled'
  readonly number: number
  readonly title: string
  readonly except: Id<'account'> | null
}

export async function tellAll(tx: Tx, problem: Problem, { message, number, title, except }: Told): Promise<void> {
  await tell(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'meeting',
    message,
    values: { title, question: problem.question },
    address: 'meeting.page',
    params: { problem: problem.slug, number: String(number) },
    except,
  })
}
