import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { linkAll, unlink } from '../../../platform/thread/index.ts'
import type { Recommendation } from '../recommendations.ts'
import type { Writer } from '../rules.ts'
import { putRecommendation, putVersion } from '../store.ts'
import type { authorsBy } from './authors.ts'
import type { Changes, SectionChange } from './changes.ts'
import type { TextContent } from './document.ts'
import { mostly, noLetters, type Letters } from './rules.ts'
import { sectionsOf, writeClauses, writeSections, type SectionRow } from './store.ts'

/** Brings the rows that others point at up to a version of the text: sections, recommendations, clauses. */

/** The recommendation a section is, by the id of the section. */
export type Standing = ReadonlyMap<string, { readonly id: Id<'recommendation'>; readonly number: number }>

type Rows = {
  readonly problem: Id<'problem'>
  readonly before: readonly Recommendation[]
  readonly typed: TextContent
  readonly authors: ReturnType<typeof authorsBy>
  readonly letters: ReadonlyMap<string, Letters>
  readonly by: Writer
}

/** A section that became a recommendation gets the next number, and one that was one before gets its own again. */
export async function writeRows(tx: Tx, { problem, before, typed, authors, letters, by }: Rows): Promise<Standing> {
  const known = new Map((await sectionsOf(tx, problem)).map((row) => [row.id as string, row]))
  const numbers = new Map(before.map(({ id, number }) => [id, number]))
  const standing = new Map<string, { readonly id: Id<'recommendation'>; readonly number: number }>()
  const sections: Omit<SectionRow, 'problem' | 'position'>[] = []
  for (const { id, kind, heading } of typed.sections) {
    const earlier = known.get(id)?.recommendation ?? null
    const number = earlier && numbers.get(earlier)
    if (kind === 'recommendation') {
      const isOne = earlier && number !== undefined && number !== null
      standing.set(id, isOne ? { id: earlier, number } : await newRecommendation(tx, problem, by))
    }
    sections.push({ id: id as Id<'section'>, kind, heading, recommendation: standing.get(id)?.id ?? earlier }) // a UUID, as the rule has seen
  }
  await writeSections(tx, problem, sections)
  await writeClauses(
    tx,
    problem,
    typed.sections.flatMap(({ id: section, clauses }) =>
      clauses.map(({ id, text }, i) => ({
        id,
        section: section as Id<'section'>,
        number: i + 1,
        text,
        writtenBy: authors.get(id)?.account ?? null,
        as: mostly(letters.get(id) ?? noLetters),
      })),
    ),
  )
  await relink(tx, { before, typed, standing })
  return standing
}

function newRecommendation(tx: Tx, problem: Id<'problem'>, { who }: Writer) {
  return putRecommendation(tx, {
    problem,
    proposedBy: who.account,
    toldAgreement: null,
    toldFor: null,
    toldAgainst: null,
    toldSilent: null,
    toldVote: '',
    toldDay: null,
    source: null,
  })
}

type Relinking = Pick<Rows, 'before' | 'typed'> & { readonly standing: Standing }

/** A recommendation follows from the clauses that stand in it, and from no others. */
async function relink(tx: Tx, { before, typed, standing }: Relinking): Promise<void> {
  const now = typed.sections.flatMap(({ id, clauses }) => {
    const recommendation = standing.get(id)
    return recommendation ? clauses.map((clause) => ({ recommendation: recommendation.id, clause: clause.id })) : []
  })
  const pairs = new Set(now.map(({ recommendation, clause }) => `${recommendation} ${clause}`))
  for (const { id, clauses } of before)
    for (const clause of clauses.filter((one) => !pairs.has(`${id} ${one.id}`)))
      await unlink(tx, { kind: 'recommendation', id }, 'follows-from', { kind: 'clause', id: clause.id })
  await linkAll(
    tx,
    'follows-from',
    now.map(({ recommendation, clause }) => ({
      from: { kind: 'recommendation', id: recommendation },
      to: { kind: 'clause', id: clause },
    })),
  )
}

/** A recommendation whose words a version changed. */
export type ChangedRecommendation = {
  readonly id: Id<'recommendation'>
  readonly number: number
  readonly title: string
  readonly change: 'proposed' | 'revised' | 'withdrawn' | 'returned'
  /** Its own version, counted from 1. */
  readonly version: number
}

type Writing = Relinking & {
  readonly changes: Changes
  readonly version: number
  readonly reason: string
  readonly by: Writer
}

/** Each that changed gets a version of its own, which asks everybody anew; the others keep theirs, and who stands behind them. */
export async function writeRecommendations(
  tx: Tx,
  { before, standing, typed, changes, version, reason, by }: Writing,
): Promise<readonly ChangedRecommendation[]> {
  const changed: ChangedRecommendation[] = []
  for (const { id: section, how } of touchedBy({ changes, before, standing })) {
    const known = before.find((one) => one.section === section)
    const of = standing.get(section) ?? known
    if (!of) throw new Error(`section ${section} is no recommendation`)
    const heading = typed.sections.find(({ id }) => id === section)?.heading
    const one: ChangedRecommendation = {
      id: of.id,
      number: of.number,
      title: how === 'gone' ? (known?.title ?? '') : (heading ?? ''),
      change: how === 'gone' ? 'withdrawn' : how === 'revised' ? 'revised' : known ? 'returned' : 'proposed',
      version: (known?.versions.length ?? 0) + 1,
    }
    await putVersion(tx, {
      recommendation: one.id,
      version: one.version,
      change: one.change,
      title: one.title,
      text: '',
      reason,
      writtenBy: by.who.account,
      as: by.as,
      textVersion: version,
    })
    changed.push(one)
  }
  return changed.toSorted((a, b) => a.number - b.number)
}

/**
 * Recommendations whose words a version changed; and those that still had words above their clauses, from before every word
 * belonged to a clause: these words are their first clause from now on.
 */
function touchedBy({
  changes,
  before,
  standing,
}: Pick<Writing, 'changes' | 'before' | 'standing'>): readonly Pick<SectionChange, 'id' | 'how'>[] {
  const changed = changes.sections.filter(({ kind }) => kind === 'recommendation')
  const known = new Set(changed.map(({ id }) => id))
  const older = before.filter(({ section, text }) => text !== '' && standing.has(section) && !known.has(section))
  return [...changed, ...older.map(({ section }) => ({ id: section, how: 'revised' as const }))]
}
