import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { follow, tell, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { planOf, publicPlan, tellAll, type Plan } from '../commands.ts'
import { record } from '../facts.ts'
import { cancelMeeting, changeMeeting, meetingsOf, putMeeting, type Meeting } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type LayInput = {
  readonly slug: string
  readonly meetings: readonly { readonly day: Temporal.PlainDate; readonly title: string }[]
  readonly starts: Temporal.PlainTime
  readonly ends: Temporal.PlainTime
  readonly place: string
  readonly access: string
}

type Refusal<Code extends string> = Code | 'no-such-problem'

/** Calls the whole series at once: what stands on the page is what is made, and everybody is told once. */
export function laySeries(
  database: Database,
  actor: Actor,
  { slug, meetings, starts, ends, place, access }: LayInput,
): Promise<Result<{ readonly meetings: number }, Refusal<rules.LayRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const { timeZone } = await ownCalendar(tx)
    const rest = { starts, ends, place, access, documents: '', isOpen: true, closedGround: '', timeZone }
    const plans = meetings.map(({ day, title }) => planOf({ ...rest, day, title }))
    const isLaid = (await meetingsOf(tx, problem.id)).some(isOfSeries)
    const allowed = rules.lay(problem.id, { meetings: plans, isLaid }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const phases = rules.phasesFor(plans.length)
    const called = []
    for (const [index, plan] of plans.entries()) {
      const phase = phases[index] ?? 'shape'
      const { number } = await putMeeting(tx, {
        ...plan,
        phase,
        problem: problem.id,
        calledBy: allowed.value.account,
        source: null,
      })
      called.push({ ...publicPlan(number, plan), phase })
    }
    await record(tx, { kind: 'meeting.series-laid', problem: problem.id, public: { meetings: called }, time: 'exact' })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'meeting',
      message: 'told.series',
      values: { question: problem.question, meetings: plans.length },
      address: 'meeting.series',
      params: { problem: slug },
      except: allowed.value.account,
    })
    return accept({ meetings: plans.length })
  })
}

/** A meeting of a series that stands: while there is one, no second series is laid. */
export function isOfSeries({ phase, state }: Pick<Meeting, 'phase' | 'state'>): boolean {
  return phase !== null && state === 'called'
}

export type WishInput = {
  readonly slug: string
  readonly kind: rules.WishKind
  readonly number: number | null
  readonly day: Temporal.PlainDate | null
  readonly starts: Temporal.PlainTime | null
  readonly ends: Temporal.PlainTime | null
  readonly words: string
}

/** A member says what she would have otherwise; chair and facilitators find it among what waits for them. */
export function wishChange(
  database: Database,
  actor: Actor,
  { slug, ...input }: WishInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.WishRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const found = (await meetingsOf(tx, problem.id)).find(({ number }) => number === input.number)
    const meeting = input.kind === 'add' ? null : (found ?? null)
    const wished = { kind: input.kind, meeting, ...(input.kind === 'drop' ? noHours : await hoursOf(tx, input)) }
    const allowed = rules.wish(problem.id, wished, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const { id, number } = await store.putWish(tx, problem.id, {
      kind: input.kind,
      meeting: meeting?.id ?? null,
      startsAt: wished.startsAt,
      endsAt: wished.endsAt,
      words: input.words,
      by,
    })
    if (meeting) await link(tx, { kind: 'wish', id }, 'about', { kind: 'meeting', id: meeting.id })
    await follow(tx, { account: by, about: { kind: 'wish', id }, asAuthor: true })
    await record(tx, {
      kind: 'meeting.change-wished',
      problem: problem.id,
      public: { number, kind: input.kind, meeting: meeting?.number ?? null },
      secret: { by, words: input.words },
      time: 'coarse',
    })
    return accept({ number })
  })
}

export type AnswerInput = {
  readonly slug: string
  readonly number: number
  readonly isGranted: boolean
  readonly reason: string
}

/** Granting is doing: the meeting is moved, called off or called in the same moment, and everybody is told of that. */
export function answerWish(
  database: Database,
  actor: Actor,
  { slug, number, isGranted, reason }: AnswerInput,
): Promise<Result<null, Refusal<rules.AnswerRefusal | 'no-such-wish'>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const wish = (await store.wishesOf(tx, problem.id)).find((one) => one.number === number)
    if (!wish) return refuse('no-such-wish')
    const meetings = await meetingsOf(tx, problem.id)
    const meeting = meetings.find(({ id }) => id === wish.meeting) ?? null
    const { kind, startsAt, endsAt } = wish
    const wished = { kind, meeting, startsAt, endsAt, isOpen: wish.state === 'open' }
    const allowed = rules.answerWish(problem.id, wished, { isGranted, reason, actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const state = isGranted ? 'granted' : 'declined'
    await store.answerWish(tx, wish.id, { state, answer: reason, by })
    await record(tx, {
      kind: 'meeting.wish-answered',
      problem: problem.id,
      public: { number, isGranted, reason },
      secret: { by },
      time: 'exact',
    })
    if (isGranted) await carryOut(tx, problem, { wish, meeting, last: meetings.at(-1), by })
    await tellThese(tx, [wish.by], {
      about: { kind: 'wish', id: wish.id },
      stage: 'meeting',
      message: isGranted ? 'told.wish-granted' : 'told.wish-declined',
      values: { question: problem.question },
      address: 'meeting.wishes',
      params: { problem: slug },
      except: by,
    })
    return accept(null)
  })
}

type Doing = {
  readonly wish: store.WishRow
  readonly meeting: Meeting | null
  readonly last: Meeting | undefined
  readonly by: NonNullable<Meeting['calledBy']>
}

async function carryOut(tx: Tx, problem: Problem, { wish, meeting, last, by }: Doing): Promise<void> {
  // They become what everybody is told and the record keeps: not where they were hidden meanwhile.
  const words = await unlessHidden(tx, wish.id, wish.words)
  if (wish.kind === 'drop' && meeting) {
    const { number, title } = meeting
    await cancelMeeting(tx, meeting.id, words)
    await record(tx, {
      kind: 'meeting.cancelled',
      problem: problem.id,
      public: { number, reason: words },
      time: 'exact',
    })
    return tellAll(tx, problem, { message: 'told.cancelled', number, title, except: by })
  }
  const { startsAt, endsAt } = wish
  if (!startsAt || !endsAt) return
  const model = meeting ?? last
  const plan: Plan = {
    title: meeting?.title ?? words.split('\n')[0]?.slice(0, 160) ?? '',
    day: startsAt.toZonedDateTimeISO((await ownCalendar(tx)).timeZone).toPlainDate(),
    startsAt,
    endsAt,
    place: model?.place ?? '–',
    access: model?.access ?? '',
    documents: meeting?.documents ?? '',
    isOpen: meeting?.isOpen ?? true,
    closedGround: meeting?.closedGround ?? '',
    closedWords: meeting?.closedWords ?? '',
    decisionsClosed: meeting?.decisionsClosed ?? false,
  }
  if (meeting) {
    await changeMeeting(tx, meeting.id, { ...plan, by })
    const { number, title } = meeting
    await record(tx, { kind: 'meeting.changed', problem: problem.id, public: publicPlan(number, plan), time: 'exact' })
    return tellAll(tx, problem, { message: 'told.changed', number, title, except: by })
  }
  const called = { ...plan, phase: 'shape', problem: problem.id, calledBy: by, source: null } as const
  const { number } = await putMeeting(tx, called)
  await record(tx, { kind: 'meeting.called', problem: problem.id, public: publicPlan(number, plan), time: 'exact' })
  await tellAll(tx, problem, { message: 'told.called', number, title: plan.title, except: by })
}

type Times = Pick<WishInput, 'day' | 'starts' | 'ends'>

const noHours = { startsAt: null, endsAt: null } as const

async function hoursOf(tx: Tx, { day, starts, ends }: Times) {
  if (!day || !starts || !ends) return noHours
  const { timeZone } = await ownCalendar(tx)
  const at = (plainTime: Temporal.PlainTime) => day.toZonedDateTime({ timeZone, plainTime }).toInstant()
  return { startsAt: at(starts), endsAt: at(ends) }
}
