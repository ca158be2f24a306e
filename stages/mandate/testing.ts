import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Database } from '../../platform/db/index.ts'
import { todayIn } from '../../platform/directory/index.ts'
import type { Reply, Route } from '../../platform/http/index.ts'
import { answerAt, visitIn, type Going } from '../../platform/http/testing.ts'
import type { Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { retellProblem } from '../problem/index.ts'
import * as adoption from './adoption.ts'
import * as commands from './commands.ts'
import { noGroupRules } from './group-rules.ts'
import { gateQuestions, type Terms } from './rules.ts'
import * as store from './store.ts'

/** What the tests of mandates do again and again: a problem Dora has taken up, its draft, the gate, the vote. */

export type MandateCase = { readonly slug: string; readonly problem: Id<'problem'> }

/** A mandate that lacks nothing. */
export function wholeTerms(town: Town): Terms {
  return {
    question: 'What shall become of the gasworks?',
    background: 'It stands empty.',
    tasks: 'A proposal.',
    outOfScope: 'Housing.',
    parentBody: town.committee,
    recipientBody: town.council,
    politicians: 1,
    citizens: 2,
    minGenderShare: 0.4,
    profiles: [{ id: newId('profile'), name: 'Neighbour', wanted: 2, description: 'Lives nearby' }],
    startsOn: Temporal.PlainDate.from('2027-01-01'),
    endsOn: Temporal.PlainDate.from('2027-10-01'),
    meetings: 7,
    economicFrame: 'None',
    promise: 'collaborate',
    matters: [
      {
        words: 'What is it used for?',
        room: 'together',
        why: '',
        level: '',
        money: { amount: 600_000_000, currency: 'DKK', words: 'over three years' },
        law: null,
      },
      {
        words: 'Who owns it?',
        room: 'fixed',
        why: 'The town bought it in 2024.',
        level: '',
        money: null,
        law: { kind: 'forbids', words: 'Selling before 2035', reference: 'Deed § 4' },
      },
    ],
    canChange: '',
    cannotChange: '',
    answerRule: { count: 40, unit: 'working-days' },
    group: noGroupRules,
  }
}

const vote = {
  motion: 'Adopt it',
  reference: 'Item 7',
  votesFor: 2,
  votesAgainst: 1,
  abstentions: 0,
  isCarried: true,
  dissent: '',
  loweringReason: '',
}

export type Drafting = ReturnType<typeof draftingIn>

export function draftingIn(database: Database, town: Town) {
  const read = database.read(town.place.id)
  let cases = 0

  /** A problem that Dora has taken up. */
  async function sponsored(): Promise<MandateCase> {
    cases += 1
    const slug = `gasworks-${cases}`
    const problem = await database.transact(town.place.id, null, (tx) =>
      retellProblem(tx, {
        slug,
        question: 'What shall become of the gasworks?',
        whatHappens: 'Empty.',
        whoIsAffected: 'All',
        language: 'en',
        source: 'test',
        actors: [],
      }),
    )
    await database.transact(town.place.id, null, (tx) =>
      sql`insert into problem.sponsorship (jurisdiction_id, problem_id, person_id, words, at)
        values (${town.place.id}, ${problem}, ${town.people.dora.person}, '', now())`.execute(tx),
    )
    return { slug, problem }
  }

  async function save(
    at: MandateCase,
    terms: Terms,
    { as = town.people.chen, seen = 0 }: { readonly as?: Actor; readonly seen?: number } = {},
  ) {
    return commands.saveDraft(database, as, { slug: at.slug, seen, terms })
  }

  async function answer(at: MandateCase, no: readonly string[] = []) {
    const answers = gateQuestions.map((question) => ({ question, isYes: !no.includes(question), reason: 'Because.' }))
    return commands.answerGate(database, town.people.dora, { slug: at.slug, answers })
  }

  async function draftVote(
    at: MandateCase,
    changes: Partial<adoption.AdoptionInput> = {},
    as: Actor = town.people.chen,
  ) {
    return adoption.draftAdoption(database, as, {
      slug: at.slug,
      place: town.place,
      body: town.council,
      seen: (await store.latestMandate(read, at.problem))?.revision ?? 0,
      ...vote,
      decidedOn: todayIn(town.place, Temporal.Now.instant()),
      ...changes,
    })
  }

  async function confirm(at: MandateCase, as: Actor = town.people.dora) {
    const resolution = (await store.latestMandate(read, at.problem))?.pendingResolution ?? undefined
    return adoption.confirmAdoption(database, as, { slug: at.slug, place: town.place, resolution })
  }

  async function adopted(): Promise<MandateCase> {
    const at = await sponsored()
    await save(at, wholeTerms(town))
    await answer(at)
    await draftVote(at)
    const confirmed = await confirm(at)
    if (!confirmed.ok) throw new Error(`not adopted: ${confirmed.refusal}`)
    return at
  }

  const kinds = async (at: MandateCase) =>
    (await entries(read, { problem: at.problem, limit: 100 })).map((entry) => entry.kind)

  return { sponsored, whole: () => wholeTerms(town), save, answer, draftVote, confirm, adopted, kinds }
}

/** A reader at one address of the mandate, without a server around it. */
export function goingIn(database: Database, town: Town, routes: readonly Route[]) {
  return async (at: Address, slug: string, { params, ...going }: Going = {}): Promise<Reply> =>
    answerAt(routes, at, visitIn(database, town.place, { ...going, params: { problem: slug, ...params } }))
}
