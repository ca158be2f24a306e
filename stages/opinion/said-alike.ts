import type { Id } from '@folkmoot/basics/ids.ts'
import { alikeGroups, type Groups } from '../../platform/near/index.ts'
import type { Statement } from './store.ts'

/** Statements in nearly the same words, as one: the oldest stands for all, and the others stand behind it. None is taken out. */
export type SaidAlike = {
  readonly first: Statement
  readonly others: readonly Statement[]
  /** How many have written one of them. */
  readonly people: number
}

const mostKept = 50
const kept = new Map<Id<'consultation'>, { readonly numbers: string; readonly groups: Groups }>()

/** Words never change, so groups are made anew only when a statement came or was hidden. In the order of the oldest of each. */
export function saidAlike(statements: readonly Statement[]): readonly SaidAlike[] {
  return groupsIn(statements).flatMap(([at = 0, ...more]) => {
    const first = statements[at]
    if (!first) return []
    const others = more.flatMap((place) => statements[place] ?? [])
    return [{ first, others, people: writersOf([first, ...others]) }]
  })
}

function writersOf(statements: readonly Statement[]): number {
  const known = new Set(statements.flatMap(({ writtenBy }) => writtenBy ?? []))
  return known.size + statements.filter(({ writtenBy }) => writtenBy === null).length
}

function groupsIn(statements: readonly Statement[]): Groups {
  const [one] = statements
  if (!one) return []
  const numbers = statements.map(({ number }) => number).join(' ')
  const before = kept.get(one.consultation)
  if (before?.numbers === numbers) return before.groups
  const groups = alikeGroups(statements.map(({ text }) => text))
  kept.delete(one.consultation)
  for (const oldest of kept.size < mostKept ? [] : [...kept.keys()].slice(0, 1)) kept.delete(oldest)
  kept.set(one.consultation, { numbers, groups })
  return groups
}
