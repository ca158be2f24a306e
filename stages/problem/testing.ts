import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../platform/db/index.ts'
import { setAgendaRule } from './agenda/commands.ts'
import type { RuleTerms } from './agenda/rules.ts'
import { raiseProblem, type RaiseInput } from './commands.ts'
import { problemBySlug, type Problem } from './store.ts'

type RuledTown = { readonly council: Id<'body'>; readonly people: { readonly ada: Actor } }

/** Gives a test town a rule, by its administrator: three supports in six months, a decision within two, unless a test asks for another. */
export async function giveRule(database: Database, town: RuledTown, terms: Partial<RuleTerms> = {}): Promise<void> {
  const set = await setAgendaRule(database, town.people.ada, {
    body: town.council,
    rungs: [{ threshold: 3, owes: 'decision' }],
    window: { count: 6, unit: 'months' },
    answer: { count: 2, unit: 'months' },
    openTo: 'tied',
    leastAssurance: 'low',
    againAfterMonths: 12,
    againWithNewFacts: true,
    preset: null,
    reference: 'Item 4',
    ...terms,
  })
  if (!set.ok) throw new Error(set.refusal)
}

/** A problem in plain words, for tests that need one and care for none. */
export const problemWords = {
  question: 'Who clears the path?',
  whatHappens: 'Nobody does.',
  whoIsAffected: 'Walkers.',
  language: 'en',
} as const

/** Such a problem, raised by this person where a rule is in force. */
export async function raised(database: Database, actor: Actor, more: Partial<RaiseInput> = {}): Promise<Problem> {
  const result = await raiseProblem(database, actor, { ...problemWords, ...more })
  if (!result.ok) throw new Error(result.refusal)
  const problem = await problemBySlug(database.read(actor.jurisdiction), result.value.slug)
  if (!problem) throw new Error('what was raised is there')
  return problem
}
