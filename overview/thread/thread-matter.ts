import type { Id } from '@folkmoot/basics/ids.ts'
import type { ThreadNode } from '../../ui/index.ts'
import type { Contribution, Source } from './contributions.ts'

/** All that the stages know of one case's thread, in finished words. */
export type ThreadMatter = {
  readonly contributions: readonly Pick<Contribution, 'thing' | 'source' | 'end'>[]
  readonly recommendations: readonly (Titled & {
    readonly number: number
    readonly clauses: readonly MatterClause[]
  })[]
  /** Clauses that ask the body nothing: the background of the text. */
  readonly passages: readonly MatterClause[]
  readonly answers: readonly MatterAnswer[]
  readonly commitments: readonly (Later & { readonly answers: readonly Id[] })[]
  readonly outcomes: readonly (Later & { readonly commitments: readonly Id[] })[]
  readonly links: ThreadLists
  /** The text stands still: what is not in it will not come into it. */
  readonly isOver: boolean
}

/** Where each group of boxes stands as a list. */
export type ThreadLists = {
  readonly source: (source: Source) => string
  readonly left: string
  readonly recommendations: (from: number, to: number) => string
  readonly background: string
  readonly answers: string
  readonly commitments: string
  readonly outcomes: string
}

type Titled = { readonly id: Id; readonly title: string; readonly href: string; readonly lang?: string | undefined }

export type MatterClause = {
  readonly id: Id
  /** The language it is written in. */
  readonly lang?: string | undefined
  readonly text: string
  readonly href: string
  /** Where all it came from stands. */
  readonly sources: string
  readonly cites: readonly Id[]
}

export type MatterAnswer = Titled & {
  readonly recommendation: Id
  /** One word, for a narrow screen. */
  readonly short: string
  readonly sub: string
  readonly sign: NonNullable<ThreadNode['sign']>
  /** Signed, but the body has not carried it. */
  readonly isProposed: boolean
  /** Why it ends here, for a no. */
  readonly end?: string | undefined
}

export type Later = Titled & { readonly sub: string; readonly state: 'done' | 'promised' | 'late' | 'ended' }

export type ThreadGraphWords = {
  readonly columns: readonly [string, string, string, string, string, string]
  readonly subs: (
    counts: readonly [number, number, number, number, number, number],
    uncited: number,
  ) => readonly string[]
  readonly coming: readonly [string, string, string, string, string, string]
  readonly source: Readonly<Record<Source, string>>
  readonly sourceShort: Readonly<Record<Source, string>>
  readonly clauses: (count: number, recommendations: string) => string
  readonly range: (from: number, to: number) => string
  readonly background: string
  readonly clauseCount: (count: number) => string
  /** Of a clause without a source, and of so many. */
  readonly uncited: (count: number) => string
  readonly unused: string
  readonly unusedWhy: string
  readonly behind: (count: number) => string
  /** As the language writes it. */
  readonly number: (count: number) => string
  readonly answersOf: (count: number) => string
  readonly commitments: (state: Later['state']) => string
  readonly outcomes: (state: Later['state']) => string
}

/** Which contributions are in the text: it names them, or what they go on in. */
export function takenUp({ recommendations, passages }: Pick<ThreadMatter, 'recommendations' | 'passages'>) {
  const cited = new Set([...recommendations.flatMap((one) => one.clauses), ...passages].flatMap(({ cites }) => cites))
  return ({ thing, end }: Pick<Contribution, 'thing' | 'end'>): boolean => cited.has(thing.id) || cited.has(end)
}
