import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { clock, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import { accountsIn, staff } from '../../../platform/identity/index.ts'
import { everybodyAround, tellThese } from '../../../platform/notices/index.ts'
import { isConfirmed, seatsOf } from '../../arena/index.ts'
import { packageOf } from '../../decision/index.ts'
import { adoptedMandate } from '../../mandate/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import type { Item } from './instruments.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type OpenInput = {
  readonly slug: string
  readonly place: Jurisdiction
  readonly moment: rules.Moment
  readonly closesOn: Temporal.PlainDate
}

/** Asks everybody at once. From here on nobody can be added, and nobody taken out. */
export function openSurvey(
  database: Database,
  actor: Actor,
  { slug, place, moment, closesOn }: OpenInput,
): Promise<Result<null, rules.OpenRefusal | 'nobody-to-ask' | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const today = todayIn(place, tx.now)
    const state = await standingOf(tx, { problem, moment, place, today })
    const opening = rules.open(state, { moment, closesOn }, actor)
    if (!opening.ok) return opening
    const asked = rules.askedOf(await around(tx, { problem: problem.id, body: state.body, today }))
    if (asked.length === 0) return refuse('nobody-to-ask')
    const closesAt = endOfDay(closesOn, place.timeZone)
    await store.putRound(tx, { problem: problem.id, moment, by: opening.value.account, closesAt, asked })
    await record(tx, {
      kind: 'outcome.survey-opened',
      problem: problem.id,
      public: { moment, closesAt: closesAt.toString(), asked: asked.length },
      secret: { by: opening.value.account },
      time: 'exact',
    })
    await tellAsked(tx, problem, { accounts: asked.map(([account]) => account), moment, message: 'told.survey' })
    return accept(null)
  })
}

type Standing = {
  readonly problem: Pick<Problem, 'id'>
  readonly moment: rules.Moment
  readonly place: Jurisdiction
  readonly today: Temporal.PlainDate
}

/** What the rules of opening ask for. The body is the one that answers; before the hand-over, the one the mandate names. */
export async function standingOf(read: Read, { problem, moment, place, today }: Standing): Promise<rules.OpenState> {
  const [pack, mandate, round, isGroupConfirmed] = await Promise.all([
    packageOf(read, problem.id),
    adoptedMandate(read, problem.id),
    store.roundOf(read, problem.id, moment),
    isConfirmed(read, problem.id),
  ])
  return {
    body: pack?.body ?? mandate?.recipientBody ?? null,
    isGroupConfirmed,
    isHandedOver: pack !== undefined,
    closedOn: pack?.closedAt ? todayIn(place, pack.closedAt) : null,
    isOpened: round !== undefined,
    today,
  }
}

type AroundOf = {
  readonly problem: Id<'problem'>
  readonly body: Id<'body'> | null
  readonly today: Temporal.PlainDate
}

async function around(read: Read, { problem, body, today }: AroundOf): Promise<rules.Around> {
  const [seats, elected, everybody, employed] = await Promise.all([
    seatsOf(read, problem),
    accountsIn(read, { body, today }),
    everybodyAround(read, problem),
    staff(read),
  ])
  const seated = (kind: 'politician' | 'citizen') => seats.flatMap((seat) => (seat.kind === kind ? [seat.account] : []))
  return {
    politicians: [...seated('politician'), ...elected],
    citizens: seated('citizen'),
    around: everybody,
    staff: employed.map(({ account }) => account),
  }
}

type AskedNews = {
  readonly accounts: readonly Id<'account'>[]
  readonly moment: rules.Moment
  readonly message: 'told.survey' | 'told.survey-reminder'
}

export async function tellAsked(tx: Tx, problem: Problem, { accounts, moment, message }: AskedNews): Promise<void> {
  await tellThese(tx, accounts, {
    about: { kind: 'problem', id: problem.id },
    stage: 'outcome',
    message,
    values: { question: problem.question },
    address: 'outcome.survey',
    params: { problem: problem.slug, moment },
  })
}

export type AnswerInput = {
  readonly slug: string
  readonly moment: rules.Moment
  /** Null takes an answer back; a question that is not in it stays as it was. */
  readonly answers: ReadonlyMap<Item, number | null>
}

/**
 * Keeps answers. Nothing is recorded of it but the answers themselves: a fact, a notice or a time would say when she answered, and
 * that is the first step to what. The record says what was published when the round closes.
 */
export function answerSurvey(
  database: Database,
  actor: Actor,
  { slug, moment, answers }: AnswerInput,
): Promise<Result<null, rules.AnswerRefusal | 'no-such-problem' | 'no-such-survey'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const round = await store.roundOf(tx, problem.id, moment)
    if (!round) return refuse('no-such-survey')
    const asked = actor.account === null ? undefined : await store.askedAs(tx, round, actor.account)
    const { closesAt, published } = round
    const answering = rules.answer({ asked, closesAt, isClosed: published !== null }, actor, await clock(tx))
    if (!answering.ok) return answering
    const { by, as } = answering.value
    const hers = new Map([...answers].filter(([item]) => item.asked.includes(as) && item.at.includes(moment)))
    await store.putAnswers(tx, { round, account: by.account, as, answers: hers })
    return accept(null)
  })
}
