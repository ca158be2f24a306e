import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/index.ts'
import type { Town, Townsperson } from '../../../platform/identity/testing.ts'
import { problemBySlug, retellProblem, type Problem } from '../../problem/index.ts'
import { addIdea, type IdeaInput } from './commands.ts'
import { ideaByNumber, type Idea } from './store.ts'

/** A case of a town with a group of three: dora the politician, alice and bashir. */
export async function aCase(database: Database, { place, people }: Town): Promise<Problem> {
  const slug = `case-${newId('vote').slice(0, 8)}`
  await database.transact(place.id, null, async (tx) => {
    const id = await retellProblem(tx, {
      slug,
      question: 'How do we light the way to school?',
      whatHappens: 'It is dark in the morning and children are not seen.',
      whoIsAffected: '',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    })
    for (const name of ['dora', 'alice', 'bashir'] as const) {
      const { account, person } = people[name]
      await sql`
        insert into arena.seat (jurisdiction_id, id, problem_id, account_id, person_id, kind, profile_id, reason, appointed_by, appointed_at)
        values (${tx.jurisdiction}, ${newId('seat')}, ${id}, ${account}, ${person}, ${person ? 'politician' : 'citizen'},
          ${person ? null : newId('profile')}, 'Fits', ${account}, now())`.execute(tx)
    }
    await sql`
      insert into arena.confirmation (jurisdiction_id, problem_id, confirmed_by, confirmed_at)
      values (${tx.jurisdiction}, ${id}, ${people.dora.account}, now())`.execute(tx)
    return id
  })
  const problem = await problemBySlug(database.read(place.id), slug)
  if (!problem) throw new Error('the case is there')
  return problem
}

/** Somebody with her seat in the group of this case. */
export function memberOf({ people }: Town, problem: Id<'problem'>, name: Townsperson): Actor {
  return { ...people[name], roles: [...people[name].roles, { name: 'member', scope: problem }] }
}

export const crossing = {
  kind: 'experience',
  title: 'Dark crossing',
  text: 'I was nearly hit at the library.',
  place: 'Library',
  language: 'en',
} as const

export async function anIdea(
  database: Database,
  actor: Actor,
  problem: Pick<Problem, 'id' | 'slug'>,
  more: Partial<IdeaInput> = {},
): Promise<Idea> {
  const added = await addIdea(database, actor, { slug: problem.slug, ...crossing, ...more })
  if (!added.ok) throw new Error(added.refusal)
  const idea = await ideaByNumber(database.read(actor.jurisdiction), problem.id, added.value.number)
  if (!idea) throw new Error('what was written is there')
  return idea
}
