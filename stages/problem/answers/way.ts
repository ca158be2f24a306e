import { isSignedIn, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import {
  allJurisdictions,
  bodies,
  politiciansById,
  resolutionsAbout,
  type Body,
  type Jurisdiction,
  type Politician,
  type Resolution,
} from '../../../platform/directory/index.ts'
import { recordsVotesOf } from '../../../platform/directory/votes/rules.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import { isSponsor } from '../rules.ts'
import { questionsAt, versionKey } from '../framing-store.ts'
import { askingState } from '../handovers/commands.ts'
import { ask } from '../handovers/rules.ts'
import { problemsById, type Problem } from '../store.ts'
import { supporterOf, supportState } from '../supports/commands.ts'
import { enterSignatures, support, takeBack, type SupportRefusal } from '../supports/rules.ts'
import { byMerger, countShown, noSupports, type ByMerger, type Tally } from '../supports/store.ts'
import { endOf } from './again.ts'
import { againFrom, confirmAnswer } from './rules.ts'
import { answersOf, raisedAgainFrom, type BodyAnswer } from './store.ts'
import { owedOf, type Debt } from './owing.ts'
import { wayNow, type WayState } from './way-rules.ts'
import { agendaOf, type Agenda } from '../agenda/store.ts'

/** What a reader can do about it now, or why she cannot; who leads it and who is not known yet are told so. */
export type Support = 'may-support' | 'may-take-back' | 'leads' | 'sign-in' | SupportRefusal

/** How one problem stands on its way to the body. */
export type Way = {
  readonly problem: Problem
  readonly agenda: Agenda | undefined
  readonly state: WayState
  readonly tally: Tally
  readonly byMerger: ByMerger | null
  readonly debts: readonly Debt[]
  /** The question each of them is an answer to, by the number of its version. */
  readonly asked: ReadonlyMap<number, string>
  /** The newest first, drafts among them. */
  readonly answers: readonly BodyAnswer[]
  readonly votes: readonly Resolution[]
  readonly bodies: readonly Body[]
  /** Other places the body has referred it to. */
  readonly places: readonly Jurisdiction[]
  /** Of these, the ones the reader can hand it to now. */
  readonly mayHandTo: readonly Id<'jurisdiction'>[]
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly support: Support
  readonly may: {
    readonly enterSignatures: boolean
    /** Debts whose answer she may write down, by number. */
    readonly record: ReadonlySet<number>
    /** Records that wait for her as chair. */
    readonly confirm: ReadonlySet<Id<'resolution'>>
  }
  /** The first day on which the same problem may be raised again; null while it goes on. */
  readonly again: Temporal.PlainDate | null
  /** The problem this one raises again, and what is new. */
  readonly earlier: { readonly problem: Problem; readonly newFacts: string } | null
}

export async function wayOf(visit: Visit, problem: Problem): Promise<Way> {
  const { read, actor, now } = visit
  const [agenda, tally, merged, debts, answers, votes, all, state, supporter, raisedAgain] = await Promise.all([
    agendaOf(read, problem.id),
    problem.source === null ? countShown(read, problem.id, now) : noSupports,
    byMerger(read, problem.id, now),
    owedOf(read, problem.id),
    answersOf(read, problem.id),
    resolutionsAbout(read, [problem.id]),
    bodies(read),
    supportState(read, problem),
    supporterOf(read, problem, actor),
    raisedAgainFrom(read, problem.id),
  ])
  const asked = await questionsAt(read, debts)
  const ended = agenda ? await endOf(read, agenda) : null
  const [earlier] = raisedAgain ? await problemsById(read, [raisedAgain.earlier]) : []
  return {
    problem,
    agenda,
    state: wayNow(agenda, {
      debts,
      outcome: answers.find(({ confirmedAt }) => confirmedAt !== null)?.outcome,
      now,
      isMerged: problem.mergedInto !== null,
    }),
    tally,
    byMerger: merged,
    debts,
    asked: new Map(debts.map((debt) => [debt.framing, asked.get(versionKey(debt)) ?? ''])),
    answers,
    votes,
    bodies: all,
    ...(await referredTo(visit, problem, answers)),
    people: await politiciansById(
      read,
      answers.flatMap(({ sponsor }) => sponsor ?? []),
    ),
    support: takeBack(state, supporter, { actor, now }).ok
      ? 'may-take-back'
      : supportOf(problem, actor, support(state, supporter, { actor, now })),
    may: { enterSignatures: enterSignatures(state, actor, now).ok, ...mayAnswer(actor, { debts, answers, votes }) },
    again: ended && againFrom(ended.on, ended.rule),
    earlier:
      earlier && raisedAgain
        ? { problem: earlier, newFacts: await unlessHidden(read, problem.id, raisedAgain.newFacts) }
        : null,
  }
}

function supportOf(problem: Problem, actor: Actor, supporting: Result<unknown, SupportRefusal>): Support {
  if (supporting.ok) return 'may-support'
  if (!isSignedIn(actor)) return 'sign-in'
  return supporting.refusal === 'politicians-take-up' && isSponsor(problem, actor) ? 'leads' : supporting.refusal
}

function mayAnswer(
  actor: Actor,
  { debts, answers, votes }: Pick<Way, 'debts' | 'answers' | 'votes'>,
): Pick<Way['may'], 'record' | 'confirm'> {
  const confirmable = answers.filter(({ number, resolution }) => {
    const debt = debts.find((one) => one.number === number)
    const vote = votes.find(({ id }) => id === resolution)
    if (!debt || !vote || vote.confirmedAt !== null) return false
    const { body, answeredAt } = debt
    return confirmAnswer({ body, isAnswered: answeredAt !== null, draftedBy: vote.draftedBy }, actor).ok
  })
  const recordable = debts.filter(({ answeredAt, body }) => answeredAt === null && recordsVotesOf(body, actor))
  return {
    record: new Set(recordable.map(({ number }) => number)),
    confirm: new Set(confirmable.map(({ resolution }) => resolution)),
  }
}

type Referred = Pick<Way, 'places' | 'mayHandTo'>

/** Whoever may hand it over does so in one press; not twice, and not where the rule of hand-overs says no. */
async function referredTo(visit: Visit, problem: Problem, answers: readonly BodyAnswer[]): Promise<Referred> {
  const ids = new Set(answers.flatMap(({ referredPlace }) => referredPlace ?? []))
  if (ids.size === 0) return { places: [], mayHandTo: [] }
  const [all, state] = await Promise.all([allJurisdictions(visit.database), askingState(visit.read, problem)])
  const places = all.filter(({ id }) => ids.has(id))
  const asking = { kind: 'whole', from: visit.jurisdiction, places: all, reason: '-' } as const
  const mayHandTo = places.filter((to) => ask(state, { ...asking, to }, visit.actor).ok)
  return { places, mayHandTo: mayHandTo.map(({ id }) => id) }
}
