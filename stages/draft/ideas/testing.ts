import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Town, Townsperson } from '../../../platform/identity/testing.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { foundGroup } from '../../arena/testing.ts'
import { addIdea, type IdeaInput } from './commands.ts'
import { ideaByNumber, type Idea } from './store.ts'

/** A case of a town with a group of three: dora the politician, alice and bashir. */
export async function aCase(database: Database, town: Town): Promise<Problem> {
  const { slug } = await foundGroup(database, town)
  const problem = await problemBySlug(database.read(town.place.id), slug)
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
