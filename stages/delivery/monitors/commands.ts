import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import { follow, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { isConfirmed, seatsOf } from '../../arena/index.ts'
import { packageOf } from '../../decision/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { chairsOf } from '../in-commitment.ts'
import { commitmentsOf } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type Missing = 'no-such-problem'
type In = { readonly slug: string; readonly place: Jurisdiction }

/** What the rules ask for, as it stands. */
export async function stateOf(
  read: Read,
  problem: Id<'problem'>,
  today: Temporal.PlainDate,
): Promise<rules.FollowUpState> {
  const [pack, followUp] = await Promise.all([packageOf(read, problem), store.followUpOf(read, problem)])
  return {
    problem,
    today,
    body: pack?.body ?? null,
    isAnswered: pack !== undefined && pack.source === null && pack.isClosed,
    endsOn: followUp?.endsOn ?? null,
    isEnded: followUp !== undefined && followUp.endedAt !== null,
    nextOn: followUp?.nextOn ?? null,
  }
}

/** Who answers for what was promised in the case. */
export async function ownersIn(read: Read, problem: Id<'problem'>): Promise<readonly Id<'person'>[]> {
  return (await commitmentsOf(read, problem)).flatMap(({ owner, source }) => (source === null && owner ? [owner] : []))
}

export function setRhythm(
  database: Database,
  actor: Actor,
  { slug, place, ...rhythm }: In & rules.Rhythm,
): Promise<Result<null, rules.RhythmRefusal | Missing>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const state = await stateOf(tx, problem.id, todayIn(place, tx.now))
    const setting = rules.setRhythm(state, rhythm, actor)
    if (!setting.ok) return setting
    const { by, nextOn } = setting.value
    await store.putRhythm(tx, problem.id, { ...rhythm, nextOn, by: by.account })
    await record(tx, {
      kind: 'delivery.follow-up-set',
      problem: problem.id,
      public: { months: rhythm.months, nextOn: nextOn.toString(), endsOn: rhythm.endsOn.toString() },
      time: 'exact',
    })
    if (state.endsOn !== null) return accept(null)
    // Once, when it opens: everybody who sat at the table is asked whether she stays.
    const members = (await seatsOf(tx, problem.id)).flatMap(({ account }) => account ?? [])
    await tellThese(tx, members, newsOf(problem, 'told.follow-up-opened', by.account))
    return accept(null)
  })
}

export function stay(
  database: Database,
  actor: Actor,
  { slug, place, stays }: In & { readonly stays: boolean },
): Promise<Result<null, rules.StayRefusal | Missing>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const state = await stateOf(tx, problem.id, todayIn(place, tx.now))
    const staying = rules.stay(state, { hasSeat: await hasSeat(tx, problem.id, actor) }, actor)
    if (!staying.ok) return staying
    const { account } = staying.value
    if (stays) await store.putMonitor(tx, problem.id, account)
    else await store.putLeaving(tx, problem.id, account)
    if (stays) await follow(tx, { account, about: { kind: 'problem', id: problem.id }, asAuthor: false })
    await record(tx, {
      kind: stays ? 'delivery.monitor-stayed' : 'delivery.monitor-left',
      problem: problem.id,
      public: {},
      secret: { account },
      time: 'coarse',
    })
    return accept(null)
  })
}

export async function hasSeat(read: Read, problem: Id<'problem'>, { account }: Actor): Promise<boolean> {
  if (account === null || !(await isConfirmed(read, problem))) return false
  return (await seatsOf(read, problem)).some((seat) => seat.account === account)
}

export function reportStatus(
  database: Database,
  actor: Actor,
  { slug, place, text }: In & { readonly text: string },
): Promise<Result<null, rules.ReportRefusal | Missing>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const today = todayIn(place, tx.now)
    const state = await stateOf(tx, problem.id, today)
    const reporting = rules.report(state, { owners: await ownersIn(tx, problem.id) }, actor)
    if (!reporting.ok) return reporting
    const followUp = await store.followUpOf(tx, problem.id)
    if (!followUp) return refuse('not-running')
    const { by, isStaff } = reporting.value
    const number = ((await store.statusReportsOf(tx, problem.id))[0]?.number ?? 0) + 1
    const nextOn = rules.nextReportOn(followUp, today)
    await store.putStatusReport(tx, problem.id, { number, text, by: by.account, isStaff, nextOn })
    await record(tx, {
      kind: 'delivery.status-reported',
      problem: problem.id,
      public: { number, text, isStaff, nextOn: nextOn.toString() },
      time: 'exact',
    })
    const monitors = await store.monitorsOf(tx, problem.id)
    await tellThese(tx, monitors, newsOf(problem, 'told.status-reported', by.account))
    return accept(null)
  })
}

export type WordInput = In & {
  readonly rating: rules.Rating
  readonly question: string
  readonly language: string
}

export function sayWord(
  database: Database,
  actor: Actor,
  { slug, place, rating, question, language }: WordInput,
): Promise<Result<null, rules.WordRefusal | Missing>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const today = todayIn(place, tx.now)
    const [state, monitors, reports, words] = [
      await stateOf(tx, problem.id, today),
      await store.monitorsOf(tx, problem.id),
      await store.statusReportsOf(tx, problem.id),
      await store.wordsOf(tx, problem.id),
    ]
    const [latest] = reports
    const seen = {
      isMonitor: actor.account !== null && monitors.includes(actor.account),
      hasReport: latest !== undefined,
      hasSaid: words.some((word) => word.report === latest?.number && word.by === actor.account),
    }
    const saying = rules.say(state, seen, actor)
    if (!saying.ok) return saying
    if (!latest) return refuse('nothing-reported')
    const by = saying.value.account
    const number = words.length + 1
    const id = await store.putWord(tx, problem.id, { number, report: latest.number, by, rating, question, language })
    await link(tx, { kind: 'monitor-word', id }, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account: by, about: { kind: 'monitor-word', id }, asAuthor: true })
    await record(tx, {
      kind: 'delivery.monitor-spoke',
      problem: problem.id,
      public: { number, report: latest.number },
      secret: { by, rating, question },
      time: 'coarse',
    })
    if (question !== '') {
      const hearers = [latest.by, ...(await chairsOf(tx, state.body, today))]
      await tellThese(tx, hearers, newsOf(problem, 'told.monitor-asked', by))
    }
    return accept(null)
  })
}

export function replyToWord(
  database: Database,
  actor: Actor,
  { slug, place, number, text }: In & { readonly number: number; readonly text: string },
): Promise<Result<null, rules.ReplyRefusal | Missing>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const state = await stateOf(tx, problem.id, todayIn(place, tx.now))
    const word = (await store.wordsOf(tx, problem.id)).find((one) => one.number === number)
    const asked = {
      owners: await ownersIn(tx, problem.id),
      question: word?.question ?? '',
      hasReply: word !== undefined && word.reply !== null,
    }
    const replying = rules.reply(state, asked, actor)
    if (!replying.ok) return replying
    if (!word) return refuse('nothing-asked')
    const { by, isStaff } = replying.value
    await store.putReply(tx, word.id, { text, by: by.account, isStaff })
    await record(tx, {
      kind: 'delivery.monitor-answered',
      problem: problem.id,
      public: { number, text, isStaff },
      time: 'exact',
    })
    await tellThese(tx, [word.by], newsOf(problem, 'told.monitor-answered', by.account))
    return accept(null)
  })
}

export function endFollowUp(
  database: Database,
  actor: Actor,
  { slug, place, why }: In & { readonly why: string },
): Promise<Result<null, rules.EndRefusal | Missing>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const state = await stateOf(tx, problem.id, todayIn(place, tx.now))
    const ending = rules.end(state, actor)
    if (!ending.ok) return ending
    const by = ending.value.account
    const monitors = await store.monitorsOf(tx, problem.id)
    await store.putEnd(tx, problem.id, { by, why })
    await record(tx, { kind: 'delivery.follow-up-ended', problem: problem.id, public: { why }, time: 'exact' })
    await tellThese(tx, monitors, newsOf(problem, 'told.follow-up-ended', by))
    return accept(null)
  })
}

type Told =
  | 'told.follow-up-opened'
  | 'told.status-reported'
  | 'told.status-due'
  | 'told.status-late'
  | 'told.monitor-asked'
  | 'told.monitor-answered'
  | 'told.follow-up-ended'

export function newsOf(problem: Problem, message: Told, except: Id<'account'> | null) {
  return {
    about: { kind: 'problem', id: problem.id },
    stage: 'delivery',
    message,
    values: { question: problem.question },
    address: 'delivery.monitors',
    params: { problem: problem.slug },
    except,
  } as const
}
