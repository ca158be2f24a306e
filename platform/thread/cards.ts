import { bound } from '@folkmoot/basics/bound.ts'
import type { Id, Noun, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../db/index.ts'

/** How a thing is named where its stage is not known: in the trace, in a notice, in the moderation queue. */
export type Card = {
  readonly thing: Thing
  readonly title: string
  /** What it was called before, or may be called: when it is hidden, notices forget these too. */
  readonly otherTitles?: readonly string[]
  /** A message key of its stage for the state it is in, such as `state.adopted`; empty when it has none. */
  readonly state: string
  /** `private` things are counted, never named: votes, applications. */
  readonly visibility: 'public' | 'private'
  /** Path without language and jurisdiction, such as `/problems/harbour/ideas/3`. */
  readonly path: string
  /** Who wrote it, so that she can be told what becomes of it; never shown. Left out where nobody here did. */
  readonly writtenBy?: readonly Id<'account'>[]
}

/** Who wrote it, where a row names one person or nobody. */
export function oneWriter(account: Id<'account'> | null): readonly Id<'account'>[] {
  return account === null ? [] : [account]
}

export type Cards = (read: Read, ids: readonly Id[]) => Promise<readonly Card[]>

/** Says the message keys that stand in `state`, in a language. */
export type StateWords = (lang: string) => (key: string) => string

const makers = bound<Noun, Cards>()
const stateWords = bound<Noun, StateWords>()

/** Says which door names things of this kind, and its states. Bound once per kind, in `app`. */
export function bindCards(kind: Noun, cards: Cards, words?: StateWords): void {
  if (makers.has(kind)) throw new Error(`cards for ${kind} are bound twice`)
  makers.set(kind, cards)
  if (words) stateWords.set(kind, words)
}

/** The state of a thing in words, such as "Accepted with changes"; empty where it has none. */
export function stateIn(lang: string, { thing, state }: Card): string {
  return state ? (stateWords.get(thing.kind)?.(lang)(state) ?? '') : ''
}

/** Names things of any kinds, one query per kind. Things nobody can name (deleted, unbound) are left out. */
export async function cardsOf(read: Read, things: readonly Thing[]): Promise<ReadonlyMap<Id, Card>> {
  const byKind = Map.groupBy(things, (thing) => thing.kind)
  const named = await Promise.all(
    [...byKind].map(async ([kind, same]) => {
      const ids = [...new Set(same.map((thing) => thing.id))]
      return (await makers.get(kind)?.(read, ids)) ?? []
    }),
  )
  return new Map(named.flat().map((card) => [card.thing.id, card]))
}
