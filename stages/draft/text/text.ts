import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { framings } from '../../problem/index.ts'
import { behind, type Recommendation } from '../recommendations.ts'
import { sharesOf, type Letters, type Shares } from './rules.ts'
import { lastLetters, readClauses, readSections, type ReadClause, type ReadSection } from './text-store.ts'

/** The common text as it was last saved, for reading. */
export type Text = {
  /** 0 where none was saved: a text that was told, or none yet. */
  readonly version: number
  readonly savedAt: Temporal.Instant | null
  readonly sections: readonly TextSection[]
  readonly shares: Shares | null
  readonly clauses: number
  /** How many of them say nothing of where they come from. */
  readonly uncited: number
}

export type TextSection = Pick<ReadSection, 'id' | 'position' | 'kind' | 'heading' | 'intro'> & {
  readonly clauses: readonly TextClause[]
  readonly shares: Shares | null
  /** Null in a passage. */
  readonly recommendation: Answered | null
}

/** What is asked of the body, and who stands behind it. */
export type Answered = Pick<Recommendation, 'id' | 'number' | 'agreement' | 'voices' | 'source' | 'minorityText'>

export type TextClause = ReadClause & { readonly shares: Shares | null }

export async function textOf(read: Read, problem: Id<'problem'>): Promise<Text> {
  const [sections, clauses, last, seats] = await Promise.all([
    readSections(read, problem),
    framings(read, problem).then(([first]) => readClauses(read, { problem, raised: first?.id })),
    lastLetters(read, problem),
    seatsOf(read, problem),
  ])
  const letters = last?.letters ?? {}
  const lettersOf = (id: string): readonly Letters[] => (letters[id] ? [letters[id]] : [])
  const inSection = Map.groupBy(clauses, ({ section }) => section)
  const members = new Set(seats.flatMap(({ account }) => account ?? []))
  const whole = sections.map((section): TextSection => {
    const own = inSection.get(section.id) ?? []
    return {
      ...section,
      clauses: own.map((clause) => ({ ...clause, shares: sharesOf(lettersOf(clause.id)) })),
      shares: sharesOf([section.id, ...own.map(({ id }) => id)].flatMap(lettersOf)),
      recommendation: answered(section, { members, seats: seats.length }),
    }
  })
  return {
    version: last?.version ?? 0,
    savedAt: last?.at ?? null,
    sections: whole,
    shares: sharesOf(whole.flatMap(({ id, clauses: own }) => [id, ...own.map((one) => one.id)]).flatMap(lettersOf)),
    clauses: clauses.length,
    uncited: clauses.filter(({ cites }) => cites === 0).length,
  }
}

function answered(
  section: ReadSection,
  group: { readonly members: ReadonlySet<Id<'account'>>; readonly seats: number },
): Answered | null {
  const { recommendation: id, number, source, minorityText, stands } = section
  if (id === null || number === null) return null
  const { voices, agreement } = behind({ row: section, stands, ...group })
  return { id, number, source, minorityText, voices, agreement }
}
