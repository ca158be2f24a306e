import type { Id } from '@folkmoot/basics/ids.ts'
import type { PublishedMap, StatementResult } from '../../stages/opinion/index.ts'

/** Of what people think, what the text has to deal with, from numbers everybody may read. */
export type TakeUpLists = {
  /** Agreed on by every group, or by everybody where there are no groups; no clause comes from it yet. */
  readonly agreed: readonly Agreed[]
  /** The same, and a clause comes from it. */
  readonly taken: readonly Agreed[]
  /** What divides, with few reasons given. */
  readonly divided: readonly Divided[]
  /** How many divide and have their reasons. */
  readonly reasoned: number
  /** Many passed: they may not have understood it. */
  readonly unclear: readonly Unclear[]
}

type Of = { readonly result: StatementResult }
export type Agreed = Of & { readonly side: 'agree' | 'disagree'; readonly least: number }
export type Divided = Of & { readonly reasons: number }
export type Unclear = Of & { readonly passed: number; readonly voters: number }

export type TakeUpMatter = {
  readonly results: readonly StatementResult[]
  readonly map: PublishedMap | undefined
  /** Which statements a clause of the text comes from. */
  readonly isTaken: (statement: Id<'statement'>) => boolean
  /** How many reasons were given to it in public: replies, and comments and amendments where the text names it. */
  readonly reasons: (statement: Id<'statement'>) => number
}

/** So many are enough to weigh them. */
export const enoughReasons = 3
/** Of those who voted. */
export const manyPass = 1 / 3
/** Without groups: so many at least are on each side, of those who took one. */
export const closeFrom = 1 / 3

/** O(statements). The order is that of the map; of what is unclear the most passed first. */
export function takeUpLists({ results, map, isTaken, reasons }: TakeUpMatter): TakeUpLists {
  const numbered = new Map(results.map((result) => [result.statement.number, result]))
  const agreed = (map?.agreed ?? []).flatMap(({ number, side, least }) => {
    const result = numbered.get(number)
    return result ? [{ result, side, least }] : []
  })
  const divided = dividing({ results, map }).map((result) => ({ result, reasons: reasons(result.statement.id) }))
  return {
    agreed: agreed.filter(({ result }) => !isTaken(result.statement.id)),
    taken: agreed.filter(({ result }) => isTaken(result.statement.id)),
    divided: divided.filter((one) => one.reasons < enoughReasons),
    reasoned: divided.filter((one) => one.reasons >= enoughReasons).length,
    unclear: unclearAmong(results),
  }
}

/** What divides, at most five: of these alone it has to be known how many reasons were given. */
export function dividing({ results, map }: Pick<TakeUpMatter, 'results' | 'map'>): readonly StatementResult[] {
  if (map && map.groups.length > 0) return map.divides.flatMap((number) => results.filter(isNumbered(number)))
  return results
    .filter(({ share }) => share !== null && share >= closeFrom && share <= 1 - closeFrom)
    .toSorted((a, b) => fromHalf(a) - fromHalf(b) || a.statement.number - b.statement.number)
    .slice(0, mostDividing)
}

const mostDividing = 5

function isNumbered(number: number) {
  return ({ statement }: StatementResult): boolean => statement.number === number
}

function fromHalf({ share }: StatementResult): number {
  return Math.abs((share ?? 0) - 0.5)
}

/** Only where the number of passes is public. */
function unclearAmong(results: readonly StatementResult[]): readonly Unclear[] {
  return results
    .flatMap((result) => {
      const { published } = result
      if (published.kind === 'none' || typeof published.pass !== 'number') return []
      const { pass: passed, voters } = published
      return passed >= manyPass * voters ? [{ result, passed, voters }] : []
    })
    .toSorted(
      (a, b) => b.passed / b.voters - a.passed / a.voters || a.result.statement.number - b.result.statement.number,
    )
}
