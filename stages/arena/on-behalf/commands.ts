import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { forgetHeldAccounts } from '../../../platform/identity/index.ts'
import { answerIn } from '../acceptances/answering.ts'
import { leaveIn } from '../acceptances/leaving.ts'
import type { Where } from '../acceptances/offering.ts'
import type { AnswerOfferRefusal, LeaveRefusal } from '../acceptances/rules.ts'
import type { Offer } from '../acceptances/store.ts'
import type { Arena } from '../arena.ts'
import { heldActor } from '../by-staff/held-actor.ts'
import type { Way } from '../by-staff/rules.ts'
import { recordsOf, type StaffRecord } from '../by-staff/store.ts'
import { withdrawIn } from '../changing.ts'
import { record } from '../facts.ts'
import { eraseRecordOf } from '../forgetting/erase-store.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import type { WithdrawRefusal } from '../rules.ts'
import { applicationsOf, type Application, type Seat } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** What of hers can be answered: the seat she is offered, her application, the seat she holds. */
export type Hers = {
  readonly offer: Offer | undefined
  readonly application: Application | undefined
  readonly seat: Seat | undefined
}

export function hersIn(
  arena: Pick<Arena, 'asked' | 'seats'>,
  applications: readonly Application[],
  { account }: Pick<StaffRecord, 'account'>,
): Hers {
  const isHers = (one: { readonly account: Id<'account'> }): boolean => one.account === account
  return {
    offer: arena.asked.find(isHers),
    application: applications.find((one) => isHers(one) && one.state === 'waiting'),
    seat: arena.seats.find(isHers),
  }
}

export function standingOf({ offer, application, seat }: Hers): rules.Standing {
  return { isOffered: offer !== undefined, isApplicationWaiting: application !== undefined, sits: seat !== undefined }
}

export type RecordAnswerInput = {
  readonly slug: string
  readonly receipt: number
  readonly answer: rules.Answer
  readonly way: Way
  readonly words: string
}

/** Written down now, which is the moment that counts; it happens when a second one of staff has confirmed it. */
export function recordAnswer(
  database: Database,
  actor: Actor,
  { slug, receipt, answer, way, words }: RecordAnswerInput,
): Promise<Result<null, Refusal<rules.RecordAnswerRefusal | 'no-such-record'>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const found = await recordIn(tx, problem.id, receipt)
    if (!found) return refuse('no-such-record')
    const [earlier, applications] = [await store.staffAnswersOf(tx, problem.id), await applicationsOf(tx, problem.id)]
    const hers = hersIn(arena, applications, found)
    const state = {
      state: found.state,
      standing: standingOf(hers),
      answerBy: hers.offer?.answerBy ?? null,
      isOneWaiting: earlier.some((one) => one.receipt === receipt && one.state === 'waiting'),
    }
    const allowed = rules.recordAnswer(state, answer, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    await store.putAnswer(tx, problem.id, {
      number: earlier.length + 1,
      receipt,
      answer,
      offer: answer === 'yes' || answer === 'no' ? (hers.offer?.number ?? null) : null,
      seat: answer === 'leave' ? (hers.seat?.id ?? null) : null,
      way,
      words: answer === 'no' || answer === 'leave' ? words : '',
      by,
    })
    await record(tx, {
      kind: 'arena.answer-written-down',
      problem: problem.id,
      public: {},
      secret: { receipt, answer, by },
      time: 'coarse',
    })
    return accept(null)
  })
}

async function recordIn(read: Read, problem: Id<'problem'>, receipt: number): Promise<StaffRecord | undefined> {
  return (await recordsOf(read, problem)).find(({ number }) => number === receipt)
}

export type DecideAnswerInput = { readonly slug: string; readonly number: number; readonly why: string | null }

type HappenRefusal = AnswerOfferRefusal | WithdrawRefusal | LeaveRefusal

/** Confirmed, it is her own answer, as of the moment it was written down. */
export function decideAnswer(
  database: Database,
  actor: Actor,
  { slug, number, why }: DecideAnswerInput,
): Promise<Result<null, Refusal<rules.DecideAnswerRefusal | HappenRefusal | 'no-such-record'>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const found = (await store.staffAnswersOf(tx, problem.id)).find((one) => one.number === number)
    const hers = found && (await recordIn(tx, problem.id, found.receipt))
    // A reason why it is sent back would be kept of one of whom nothing else is.
    if (!found || !hers || hers.isErased) return refuse('no-such-record')
    const heldUntil = await heldUntilIn(tx, arena, found)
    const allowed = rules.decideAnswer(found, { why, heldUntil }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    if (why !== null) {
      await store.decideAnswer(tx, problem.id, { number, by, state: 'returned', why })
      return accept(null)
    }
    const happened = await happen(tx, { problem, arena }, { answer: found, hers })
    if (!happened.ok) return happened
    await store.decideAnswer(tx, problem.id, { number, by, state: 'confirmed' })
    await record(tx, {
      kind: 'arena.answer-confirmed',
      problem: problem.id,
      public: {},
      secret: { receipt: found.receipt, answer: found.answer, by },
      time: 'coarse',
    })
    return accept(null)
  })
}

async function heldUntilIn(
  read: Read,
  { asked }: Pick<Arena, 'asked'>,
  { offer }: Pick<store.StaffAnswer, 'offer'>,
): Promise<Temporal.Instant | null> {
  const waiting = asked.find(({ number }) => number === offer)
  return waiting ? rules.graceEnd(waiting.answerBy, await ownCalendar(read)) : null
}

async function happen(
  tx: Tx,
  where: Where,
  { answer, hers }: { readonly answer: store.StaffAnswer; readonly hers: StaffRecord },
): Promise<Result<null, HappenRefusal>> {
  const { account, name } = hers
  if (account === null) return refuse('no-such-application')
  const actor = heldActor(tx, { account, name })
  if (answer.answer === 'leave') return leaveIn(tx, where, { actor, words: answer.words })
  if (answer.answer === 'withdraw') return withdraw(tx, where, { actor, account, receipt: hers.number })
  const isYes = answer.answer === 'yes'
  return answerIn(tx, where, { actor, isYes, words: answer.words, now: answer.recordedAt })
}

type Withdrawing = { readonly actor: Actor; readonly account: Id<'account'>; readonly receipt: number }

/** What was written down of her goes with her application. */
async function withdraw(
  tx: Tx,
  { problem }: Where,
  { actor, account, receipt }: Withdrawing,
): Promise<Result<null, WithdrawRefusal>> {
  const withdrawn = await withdrawIn(tx, problem.id, actor)
  if (!withdrawn.ok) return withdrawn
  await eraseRecordOf(tx, problem.id, { receipt, account })
  await forgetHeldAccounts(tx, [account])
  return withdrawn
}
