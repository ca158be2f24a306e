import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../platform/db/index.ts'
import type { IdeaKind } from './ideas/rules.ts'
import type { SectionKind } from './text/store.ts'

/** What the thread of a case is drawn from: ids and counts of everything, and no more words than a box has room for. */

export type ThreadIdea = {
  readonly id: Id<'idea'>
  readonly kind: IdeaKind
  /** Where it goes on; itself where it does not. */
  readonly end: Id<'idea'>
}

/** Everything written as an experience or an idea, the newest first. */
export async function threadIdeas(read: Read, problem: Id<'problem'>): Promise<readonly ThreadIdea[]> {
  const [{ rows }, { rows: mergers }] = await Promise.all([
    sql<{ id: Id<'idea'>; kind: IdeaKind }>`
      select l.idea_id as id, l.kind
      from draft.idea_listing l
      where l.jurisdiction_id = ${read.jurisdiction} and l.problem_id = ${problem}
      order by l.number desc`.execute(read),
    sql<{ idea: Id<'idea'>; into: Id<'idea'> }>`
      select m.idea_id as idea, m.into_id as into
      from draft.idea_merger m
      join draft.idea_listing l on l.jurisdiction_id = m.jurisdiction_id and l.idea_id = m.idea_id
      where l.jurisdiction_id = ${read.jurisdiction} and l.problem_id = ${problem} and m.ended_at is null`.execute(
      read,
    ),
  ])
  const into = new Map(mergers.map((merger) => [merger.idea, merger.into]))
  return rows.map(({ id, kind }) => ({ id, kind, end: endOf(id, into) }))
}

/** A circle of mergers cannot be made; should there be one, it ends where it began. */
function endOf(id: Id<'idea'>, into: ReadonlyMap<Id<'idea'>, Id<'idea'>>): Id<'idea'> {
  const seen = new Set([id])
  let end = id
  for (let next = into.get(end); next !== undefined && !seen.has(next); next = into.get(end)) {
    seen.add(next)
    end = next
  }
  return end
}

export type ThreadSection = {
  readonly id: Id<'section'>
  readonly kind: SectionKind
  readonly heading: string
  readonly position: number
  /** Null in a passage. */
  readonly recommendation: Id<'recommendation'> | null
  readonly number: number | null
  readonly clauses: readonly ThreadClause[]
}

export type ThreadClause = {
  readonly id: Id<'clause'>
  readonly number: number
  /** Its first words. */
  readonly text: string
  readonly cites: readonly Cited[]
}

/** What a clause cites of one kind: many ids in one row, since a text may have tens of thousands. */
export type Cited = { readonly kind: Noun; readonly ids: readonly Id[] }

// A box has three lines, a list one sentence.
const mostLetters = 160

/** The sections that stand in the text, in its order, with their clauses. */
export async function threadSections(read: Read, problem: Id<'problem'>): Promise<readonly ThreadSection[]> {
  const [{ rows: sections }, { rows: clauses }, { rows: citations }] = await Promise.all([
    sql<Omit<ThreadSection, 'clauses'>>`
      select s.id, s.kind, s.heading, s.position, r.id as recommendation, r.number
      from draft.section s
      left join draft.recommendation r
        on r.jurisdiction_id = s.jurisdiction_id and r.id = s.recommendation_id and s.kind = 'recommendation'
      where s.problem_id = ${problem} and s.position is not null
      order by s.position`.execute(read),
    sql<Omit<ThreadClause, 'cites'> & { readonly section: Id<'section'> }>`
      select c.id, c.section_id as section, c.number, 
        case when length(c.text) > ${mostLetters}::int then rtrim(left(c.text, ${mostLetters}::int)) || '…' else c.text end as text
      from draft.section s
      join draft.clause c on c.jurisdiction_id = s.jurisdiction_id and c.section_id = s.id
      where s.problem_id = ${problem} and s.position is not null and c.number is not null
      order by s.position, c.number`.execute(read),
    sql<{ clause: Id<'clause'>; kind: Noun; ids: string }>`
      select t.clause_id as clause, t.cited_kind as kind, string_agg(t.cited_id::text, ' ' order by t.cited_id) as ids
      from draft.section s
      join draft.clause c on c.jurisdiction_id = s.jurisdiction_id and c.section_id = s.id
      join draft.citation t on t.jurisdiction_id = c.jurisdiction_id and t.clause_id = c.id
      where s.problem_id = ${problem} and s.position is not null and c.number is not null
      group by t.clause_id, t.cited_kind`.execute(read),
  ])
  const cited = Map.groupBy(citations, ({ clause }) => clause)
  const inSection = Map.groupBy(clauses, ({ section }) => section)
  return sections.map((section) => ({
    ...section,
    clauses: (inSection.get(section.id) ?? []).map(({ id, number, text }) => ({
      id,
      number,
      text,
      cites: (cited.get(id) ?? []).map(({ kind, ids }) => ({ kind, ids: ids.split(' ').map((one) => one as Id) })), // of a uuid column
    })),
  }))
}
