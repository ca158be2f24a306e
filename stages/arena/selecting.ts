import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { tellThese } from '../../platform/notices/index.ts'
import { offerSeat, type Where } from './acceptances/offering.ts'
import { fill, type FillRefusal } from './acceptances/rules.ts'
import { answerApplication, answerMany } from './application-store.ts'
import type { Arena } from './arena.ts'
import { record, recordAll } from './facts.ts'
import { inArena, type Refusal } from './in-arena.ts'
import { accountsInDraw } from './lottery/pool-store.ts'
import { notLookedUp } from './homes/rules.ts'
import * as rules from './selection-rules.ts'
import * as store from './store.ts'

export type AnswersInput = { readonly slug: string; readonly choices: readonly rules.Choice[] }

/** Answers to several applications at once: every yes an offer, every no with its reason, all of them or none. */
export function answerApplications(
  database: Database,
  actor: Actor,
  { slug, choices }: AnswersInput,
): Promise<Result<null, Refusal<rules.ChooseRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const applications = await store.applicationsOf(tx, problem.id)
    const choosing = choosingIn(arena, applications, await accountsInDraw(tx, problem.id))
    const refused = rules.refusedChoices(applications, choices, choosing)
    const allowed = rules.choose(arena, { choices, refused }, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    for (const choice of choices) {
      const application = applications.find(({ number }) => number === choice.number)
      if (application) await answer(tx, { problem, arena }, { application, choice, by })
    }
    return accept(null)
  })
}

export type CallInput = {
  readonly slug: string
  readonly number: number
  readonly reason: string
  readonly criteria: readonly string[]
}

/** Somebody who was answered no is offered a seat that has become free: a substitute, or another who asked. */
export function callApplicant(
  database: Database,
  actor: Actor,
  { slug, ...called }: CallInput,
): Promise<Result<null, Refusal<FillRefusal | rules.ChoiceRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const allowed = fill(arena, problem.id, actor)
    if (!allowed.ok) return allowed
    // Of whom nothing is left but that she asked, nobody can say why she.
    const applications = (await store.applicationsOf(tx, problem.id)).filter(({ erasedAt }) => erasedAt === null)
    const choice = { ...called, isSelected: true, isSubstitute: false }
    const inDraw = await accountsInDraw(tx, problem.id)
    const choosing = { ...choosingIn(arena, applications, inDraw), from: 'not-selected' } as const
    const [refused] = rules.refusedChoices(applications, [choice], choosing)
    if (refused) return refuse(refused.refusal)
    const application = applications.find(({ number }) => number === choice.number)
    if (!application) return refuse('no-such-application')
    await answer(tx, { problem, arena }, { application, choice, by: allowed.value.account })
    return accept(null)
  })
}

/** What choosing looks at: seats, offers, a draw that goes on, and whose households they are. */
export function choosingIn(
  arena: Arena,
  applications: readonly store.Application[],
  inDraw: readonly Id<'account'>[],
): rules.Choosing {
  const taken = [...arena.seats, ...arena.asked].map(({ account }) => account)
  return {
    filling: arena.filling,
    taken,
    isOnePerHousehold: arena.setUp?.isOnePerHousehold ?? false,
    households: householdsOf(applications, taken),
    inDraw,
    homesInDraw: householdsOf(applications, inDraw),
    notLookedUp: notLookedUp(applications).map(({ account }) => account),
  }
}

/** Where these people live, as far as anything was said of it. */
function householdsOf(
  applications: readonly store.Application[],
  accounts: readonly Id<'account'>[],
): readonly string[] {
  return applications.flatMap(({ account, household }) =>
    household !== null && accounts.includes(account) ? [household] : [],
  )
}

type Answering = {
  readonly application: store.Application
  readonly choice: Pick<rules.Choice, 'isSelected' | 'reason' | 'criteria' | 'isSubstitute'>
  readonly by: Id<'account'>
}

async function answer(tx: Tx, where: Where, { application, choice, by }: Answering): Promise<void> {
  const { problem } = where
  const { isSelected, reason, criteria } = choice
  const isSubstitute = choice.isSubstitute && !isSelected
  const substitute = await answerApplication(
    tx,
    { id: application.id, problem: problem.id },
    {
      state: isSelected ? 'selected' : 'not-selected',
      answer: reason,
      by,
      isSubstitute,
    },
  )
  await record(tx, {
    kind: 'arena.application-answered',
    problem: problem.id,
    public: {},
    secret: { application: application.id, isSelected, reason, substitute },
    time: 'coarse',
  })
  if (isSelected) {
    await offerSeat(tx, where, {
      account: application.account,
      profile: application.profile,
      gender: application.gender,
      way: 'chosen',
      reason,
      criteria,
      madeBy: by,
    })
    return
  }
  await tellThese(tx, [application.account], {
    about: { kind: 'application', id: application.id },
    stage: 'arena',
    message: substitute === null ? 'told.not-selected' : 'told.substitute',
    values: { question: problem.question, place: substitute ?? 0 },
    address: 'arena.application',
    params: { problem: problem.slug },
  })
}

/** Nobody is left without an answer when the group begins. After a draw that is everybody in the list: they are answered together. */
export async function answerTheRest(
  tx: Tx,
  { problem }: Where,
  { reason, by }: { readonly reason: string; readonly by: Id<'account'> },
): Promise<void> {
  const waiting = (await store.applicationsOf(tx, problem.id)).filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return
  const ids = waiting.map(({ id }) => id)
  await answerMany(tx, ids, { answer: reason, by })
  await recordAll(
    tx,
    ids.map((application) => ({
      kind: 'arena.application-answered',
      problem: problem.id,
      public: {},
      secret: { application, isSelected: false, reason, substitute: null },
      time: 'coarse',
    })),
  )
  await tellThese(
    tx,
    waiting.map(({ account }) => account),
    {
      about: { kind: 'problem', id: problem.id },
      stage: 'arena',
      message: 'told.not-selected',
      values: { question: problem.question, place: 0 },
      address: 'arena.application',
      params: { problem: problem.slug },
    },
  )
}
