import { differenceOf, meanGap, type Between, type Known } from '@folkmoot/opinion-map/gap.ts'
import { choices, type Choice, type Tally } from '@folkmoot/tally/tally.ts'
import type { StatementResult } from '../results.ts'
import type { Statement } from '../store.ts'
import { membersKnown } from './members.ts'
import { leastForGap } from './rules.ts'

export const others = ['residents', 'members'] as const
export type Other = (typeof others)[number]

/** How many agree with one statement of those who said anything of it, passes among them: three circles of people side by side. */
export type GapRow = {
  readonly statement: Statement
  /** How many politicians took each position: all are public. */
  readonly politicians: Tally
  /** Undefined where it would betray somebody, or is not there yet. */
  readonly known: Readonly<Record<Other, Known | undefined>>
  /** How many more of the politicians agree, from −1 to 1. Undefined with fewer than three of them. */
  readonly gaps: Readonly<Record<Other, Between | undefined>>
}

export type Overall = { readonly gap: Between; readonly statements: number }

export type GapInput = {
  readonly results: readonly StatementResult[]
  readonly positions: ReadonlyMap<Statement['id'], readonly Choice[]>
  readonly members: ReadonlyMap<Statement['id'], Tally>
}

/** Statement by statement, in their order. */
export function gapRows({ results, positions, members }: GapInput): readonly GapRow[] {
  return results.map(({ statement, published }) => {
    const politicians = tallyOf(positions.get(statement.id) ?? [])
    const group = members.get(statement.id)
    const all = wholeOf(published)
    const known = {
      residents: residentsKnown(published),
      members: group && all ? membersKnown(group, all) : undefined,
    }
    const gaps = { residents: gapOf(politicians, known.residents), members: gapOf(politicians, known.members) }
    return { statement, politicians, known, gaps }
  })
}

/** Over all statements on which both are known; undefined where there is none. */
export function overallOf(rows: readonly GapRow[], other: Other): Overall | undefined {
  const pairs = rows.flatMap(({ politicians, known, gaps }) => {
    const theirs = known[other]
    return gaps[other] && theirs ? [[politiciansKnown(politicians), theirs] as const] : []
  })
  const gap = meanGap(pairs)
  return gap && { gap, statements: pairs.length }
}

export function countOf({ agree, disagree, pass }: Tally): number {
  return agree + disagree + pass
}

export function politiciansKnown(politicians: Tally): Known {
  return { least: politicians.agree, most: politicians.agree, of: countOf(politicians) }
}

function gapOf(politicians: Tally, theirs: Known | undefined): Between | undefined {
  if (!theirs || countOf(politicians) < leastForGap) return undefined
  return differenceOf(politiciansKnown(politicians), theirs)
}

function tallyOf(said: readonly Choice[]): Tally {
  const count = (choice: Choice): number => said.filter((one) => one === choice).length
  return { agree: count('agree'), disagree: count('disagree'), pass: count('pass') }
}

/** As the result shows it, and nothing finer. */
function residentsKnown(published: StatementResult['published']): Known | undefined {
  if (published.kind === 'none' || typeof published.agree !== 'number') return undefined
  return { least: published.agree, most: published.agree, of: published.voters }
}

function wholeOf(published: StatementResult['published']): Tally | undefined {
  if (published.kind === 'none') return undefined
  const cells = choices.map((choice) => published[choice])
  const [agree, disagree, pass] = cells
  return typeof agree === 'number' && typeof disagree === 'number' && typeof pass === 'number'
    ? { agree, disagree, pass }
    : undefined
}
