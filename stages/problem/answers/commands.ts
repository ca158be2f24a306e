import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import {
  bodyById,
  confirmResolution,
  decidingBodies,
  ownCalendar,
  recordVote,
  resolutionsAbout,
  sittingOn,
  voteFacts,
  type Resolution,
} from '../../../platform/directory/index.ts'
import type { VoteWords } from '../../../platform/directory/votes/rules.ts'
import { tell } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { inCase } from '../in-case.ts'
import { nameSponsor } from '../sponsors/taking-up.ts'
import type { Problem } from '../store.ts'
import * as rules from './rules.ts'
import * as answers from './store.ts'
import { owe, owedOf, questionOwed, type Debt } from './owing.ts'
import * as store from '../agenda/store.ts'

export type AnswerInput = rules.Answer &
  VoteWords & {
    readonly slug: string
    readonly number: number
    /** In which the reason is written. */
    readonly language?: string
  }

/** Writes the record of the body's vote on its answer. Nothing is answered yet: the chair has to say that it is true. */
export async function draftAnswer(
  database: Database,
  actor: Actor,
  input: AnswerInput,
): Promise<Result<null, rules.DraftAnswerRefusal | 'no-such-receiver' | 'no-such-problem' | 'nothing-owed'>> {
  return inCase(database, actor, input.slug, async (tx, problem) => {
    const found = await debtOf(tx, problem, input.number)
    if (!found) return refuse('nothing-owed')
    const { timeZone } = await ownCalendar(tx)
    const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
    const drafting: rules.Drafting = {
      debt: stateOf(found),
      reachedOn: dayOf(found.debt.reachedAt),
      today: dayOf(tx.now),
      ...(await sittingOn(tx, found.debt.body, input.decidedOn)),
    }
    const answer = answerIn(input)
    const { referredBody } = answer
    if (referredBody !== null && !(await decidingBodies(tx)).some(({ id }) => id === referredBody))
      return refuse('no-such-receiver')
    const allowed = rules.draftAnswer(drafting, { answer, vote: input }, actor)
    if (!allowed.ok) return allowed
    const { body } = found.debt
    const about = { kind: 'problem', id: problem.id } as const
    const resolution = await recordVote(tx, { body, about, by: allowed.value.account }, input)
    await answers.putAnswer(tx, {
      ...answer,
      resolution,
      problem: problem.id,
      number: input.number,
      language: input.language ?? 'und',
    })
    await record(tx, {
      kind: 'problem.answer-drafted',
      problem: problem.id,
      public: { body, owed: input.number },
      time: 'exact',
    })
    return accept(null)
  })
}

function answerIn({ outcome, reason, sponsor, referredBody, referredName, referredPlace }: rules.Answer): rules.Answer {
  return {
    outcome,
    reason,
    sponsor: outcome === 'taken-up' ? sponsor : null,
    referredBody: outcome === 'referred' ? referredBody : null,
    referredName: outcome === 'referred' ? referredName : '',
    referredPlace: outcome === 'referred' && referredBody === null ? referredPlace : null,
  }
}

type Found = { readonly debt: Debt; readonly agenda: store.Agenda }

async function debtOf(tx: Tx, problem: Problem, number: number): Promise<Found | undefined> {
  const agenda = await store.agendaOf(tx, problem.id)
  const debt = (await owedOf(tx, problem.id)).find((one) => one.number === number)
  return agenda && debt && { debt, agenda }
}

/** A debt as its rules see it. */
export function stateOf({ debt, agenda }: Found): rules.DebtState {
  return {
    body: debt.body,
    rung: debt.rung,
    rungs: agenda.rule.rungs,
    isReferred: debt.referredFrom !== null,
    isAnswered: debt.answeredAt !== null,
    isSettled: agenda.settledAt !== null,
  }
}

export type ConfirmInput = {
  readonly slug: string
  readonly number: number
  /** The record the chair has on her page. */
  readonly resolution: Id<'resolution'> | undefined
}

/** The chair confirms another's record: carried, it is the body's answer; lost, the body still owes one. */
export async function confirmAnswer(
  database: Database,
  actor: Actor,
  { slug, number, resolution }: ConfirmInput,
): Promise<
  Result<{ readonly isAnswered: boolean }, rules.ConfirmAnswerRefusal | 'no-such-problem' | 'nothing-to-confirm'>
> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const found = await debtOf(tx, problem, number)
    const waiting = (await answers.waitingRecords(tx, [problem.id])).find((one) => one.number === number)
    const answer = (await answers.answersOf(tx, problem.id)).find((one) => one.resolution === resolution)
    const vote = (await resolutionsAbout(tx, [problem.id])).find((one) => one.id === resolution)
    // Writing the record anew replaced the one before.
    if (!found || !answer || !vote || waiting?.resolution !== resolution) return refuse('nothing-to-confirm')
    const { body, isAnswered } = stateOf(found)
    const allowed = rules.confirmAnswer({ body, isAnswered, draftedBy: vote.draftedBy }, actor)
    if (!allowed.ok) return allowed
    if (!(await confirmResolution(tx, vote.id, allowed.value.account))) return refuse('nothing-to-confirm')
    if (vote.isCarried) await putInForce(tx, problem, { ...found, answer, vote })
    else await keepOwing(tx, problem, vote)
    return accept({ isAnswered: vote.isCarried === true })
  })
}

type InForce = Found & { readonly answer: answers.BodyAnswer; readonly vote: Resolution }

async function putInForce(tx: Tx, problem: Problem, { debt, agenda, answer, vote }: InForce): Promise<void> {
  await answers.confirmAnswer(tx, answer, tx.now)
  const { outcome, reason, sponsor, referredBody, referredName, referredPlace } = answer
  await record(tx, {
    kind: 'problem.body-answered',
    problem: problem.id,
    public: {
      ...voteFacts(vote),
      owed: debt.number,
      framing: debt.framing,
      outcome,
      reason,
      sponsor,
      referredBody,
      referredName,
      referredPlace,
    },
    time: 'exact',
  })
  // The body names who takes it up; she may have done so by herself before.
  if (sponsor !== null && !problem.sponsors.includes(sponsor)) {
    const body = await bodyById(tx, vote.body)
    if (!body) throw new Error('an answer is given by a body of this place')
    await nameSponsor(tx, problem, { person: sponsor, body })
  }
  if (rules.settles({ rung: debt.rung, rungs: agenda.rule.rungs }, answer)) await store.closeAgenda(tx, problem.id)
  await tell(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'problem',
    message: outcomeMessages[outcome],
    values: { question: await questionOwed(tx, debt) },
    address: 'problem.page',
    params: { problem: problem.slug },
  })
  if (referredBody !== null)
    await owe(tx, agenda, {
      rung: debt.rung,
      supports: debt.supports,
      referred: { body: referredBody, from: debt.number, framing: debt.framing },
    })
}

const outcomeMessages = {
  'taken-up': 'told.body-took-up',
  refused: 'told.body-refused',
  referred: 'told.body-referred',
  given: 'told.body-gave',
} as const satisfies Record<rules.Outcome, string>

async function keepOwing(tx: Tx, problem: Problem, vote: Resolution): Promise<void> {
  await record(tx, { kind: 'problem.answer-lost', problem: problem.id, public: voteFacts(vote), time: 'exact' })
}
