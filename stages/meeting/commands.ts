import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../platform/db/index.ts'
import { tell } from '../../platform/notices/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import * as closingRules from './closing/rules.ts'
import { groundsOf } from './closing/store.ts'
import { record } from './facts.ts'
import { inMeeting, type At, type Refusal } from './in-meeting.ts'
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
  /** Why the ground applies here. */
  readonly closedWords?: string
  readonly decisionsClosed?: boolean
  readonly timeZone: string
}

type ClosingRefusal = 'ground-not-listed' | 'why-needed'

function close({ isOpen, closedGround: ground, closedWords: words }: Plan, listed: readonly string[]) {
  return closingRules.close({ isOpen, ground, words }, listed)
}

async function listedGrounds(tx: Tx): Promise<readonly string[]> {
  return (await groundsOf(tx)).map(({ words }) => words)
}

export async function callMeeting(
  database: Database,
  actor: Actor,
  { slug, ...input }: PlanInput & { readonly slug: string },
): Promise<Result<{ readonly number: number }, Refusal<rules.PlanRefusal | ClosingRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const plan = planOf(input)
    const can = close(plan, await listedGrounds(tx))
    if (!can.ok) return can
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

export async function changeMeeting(
  database: Database,
  actor: Actor,
  { slug, number, ...input }: PlanInput & At,
): Promise<Result<null, Refusal<rules.ChangeRefusal | ClosingRefusal>>> {
  return inMeeting({ database, actor, slug, number }, async (tx, { problem, meeting }) => {
    const plan = planOf(input)
    const can = close(plan, await listedGrounds(tx))
    if (!can.ok) return can
    const allowed = rules.change(problem.id, { meeting, plan }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    await store.changeMeeting(tx, meeting.id, { ...plan, by: allowed.value.account })
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

export type Plan = rules.Plan & store.MeetingPlan

/** An end before the start is the next morning only when one says so: it is refused by the rule, not guessed. */
export function planOf({ day, starts, ends, timeZone, ...words }: PlanInput): Plan {
  const at = (plainTime: Temporal.PlainTime): Temporal.Instant =>
    day.toZonedDateTime({ timeZone, plainTime }).toInstant()
  const closing = words.isOpen
    ? { closedGround: '', closedWords: '', decisionsClosed: false }
    : { closedWords: words.closedWords ?? '', decisionsClosed: words.decisionsClosed ?? false }
  return { ...words, ...closing, day, startsAt: at(starts), endsAt: at(ends) }
}

export function publicPlan(number: number, plan: Plan): JsonObject {
  const { title, startsAt, endsAt, place, isOpen, closedGround, closedWords, decisionsClosed } = plan
  const closing = isOpen ? {} : { closedWords, decisionsClosed }
  return {
    number,
    title,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    place,
    isOpen,
    closedGround,
    ...closing,
  }
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
