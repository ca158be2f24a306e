import { bound } from '@folkmoot/basics/bound.ts'
import type { Id, Noun, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../db/index.ts'
import { downstream, upstream } from '../thread/index.ts'
import { followersOf } from './follow.ts'

type Find = (read: Read, problem: Id<'problem'>) => Promise<readonly Id<'account'>[]>

const finders = bound<string, Find>()

/** How a stage names those who take part in a case and follow nothing of it. Bound once, in `app`. */
export function bindAudience(stage: string, find: Find): void {
  finders.set(stage, find)
}

type FindBehind = (read: Read, ids: readonly Id[]) => Promise<readonly Id<'account'>[]>

const behind = bound<Noun, FindBehind>()

/** How a stage names those behind things of a kind who follow none of them: who voted on a statement. Bound once, in `app`. */
export function bindBehind(kind: Noun, find: FindBehind): void {
  behind.set(kind, find)
}

export async function everybodyBehind(read: Read, things: readonly Thing[]): Promise<readonly Id<'account'>[]> {
  const found = [...behind].map(async ([kind, find]) => {
    const ids = things.filter((thing) => thing.kind === kind).map(({ id }) => id)
    return ids.length > 0 ? find(read, [...new Set(ids)]) : []
  })
  return (await Promise.all(found)).flat()
}

type NameCase = (read: Read, slug: string) => Promise<string | undefined>

const caseNames = bound<'case', NameCase>()

/** How a case is called, as everybody may read it. Bound once, in `app`. */
export function bindCaseNames(name: NameCase): void {
  caseNames.set('case', name)
}

export async function caseNamed(read: Read, slug: string): Promise<string | undefined> {
  return caseNames.get('case')?.(read, slug)
}

/**
 * Everybody a case concerns, each once: who follows it, or what it came from, or anything that was written in it, and those
 * the stages name.
 */
export async function everybodyAround(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  const thing = { kind: 'problem', id: problem } as const
  const [sources, results, ...named] = await Promise.all([
    upstream(read, thing),
    downstream(read, thing),
    ...[...finders.values()].map((find) => find(read, problem)),
  ])
  const things = new Set<Id>([problem, ...sources.map(({ to }) => to.id), ...results.map(({ from }) => from.id)])
  return [...new Set([...(await followersOf(read, [...things])), ...named.flat()])].toSorted()
}
