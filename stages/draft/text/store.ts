import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { As } from '../rules.ts'

export type SectionKind = 'recommendation' | 'passage'

export type SectionRow = {
  readonly id: Id<'section'>
  readonly problem: Id<'problem'>
  readonly kind: SectionKind
  /** Kept when it becomes a passage or goes: the number is its own for ever. */
  readonly recommendation: Id<'recommendation'> | null
  readonly heading: string
  /** Null when it is gone from the text. */
  readonly position: number | null
}

const sectionsBy = listsBy(
  (row: SectionRow) => row.problem,
  async (read, problems) => {
    const { rows } = await sql<SectionRow>`
      select s.id, s.problem_id as problem, s.kind, s.recommendation_id as recommendation, s.heading, s.position
      from draft.section s
      where s.problem_id = any(${problems}::uuid[])
      order by s.position nulls last, s.id`.execute(read)
    return rows
  },
)

/** In the order of the text, those that are gone last. */
export function sectionsOf(read: Read, problem: Id<'problem'>): Promise<readonly SectionRow[]> {
  return sectionsBy(read, problem)
}

export type ClauseRow = {
  readonly id: Id<'clause'>
  readonly recommendation: Id<'recommendation'>
  readonly number: number
  readonly text: string
  readonly writtenBy: Id<'account'> | null
  readonly as: As
  readonly cites: readonly Thing[]
}

const clauseWords = sql`c.id, c.number, c.text, c.written_by as "writtenBy", c.written_as as "as"`

/** The clauses of recommendations as they stand, with everything they cite. */
export async function clausesOf(read: Read, problems: readonly Id<'problem'>[]): Promise<readonly ClauseRow[]> {
  const { rows } = await sql<ClauseRow>`
    select ${clauseWords}, s.recommendation_id as recommendation, coalesce((
      select jsonb_agg(jsonb_build_object('kind', t.cited_kind, 'id', t.cited_id) order by t.cited_kind, t.cited_id)
      from draft.citation t
      where t.clause_id = c.id
    ), '[]') as cites
    from draft.section s
    join draft.clause c on c.jurisdiction_id = s.jurisdiction_id and c.section_id = s.id
    where s.problem_id = any(${problems}::uuid[]) and s.kind = 'recommendation' and s.position is not null and c.number is not null
    order by s.position, c.number`.execute(read)
  return rows
}

export type NamedClause = {
  readonly id: Id<'clause'>
  readonly problem: Id<'problem'>
  readonly text: string
  readonly writtenBy: Id<'account'> | null
  /** Null when it is gone from the text. */
  readonly number: number | null
  /** Of the recommendation it belongs to; null in a passage. */
  readonly recommendation: number | null
}

/** Clauses for naming, those that are gone too. */
export async function clausesById(read: Read, ids: readonly Id[]): Promise<readonly NamedClause[]> {
  const { rows } = await sql<NamedClause>`
    select c.id, s.problem_id as problem, c.text, c.written_by as "writtenBy",
      case when s.position is not null then c.number end as number, case when s.kind = 'recommendation' then r.number end as recommendation
    from draft.clause c
    join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
    left join draft.recommendation r on r.jurisdiction_id = s.jurisdiction_id and r.id = s.recommendation_id
    where c.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Sections for naming, those that are gone too. */
export async function sectionsById(read: Read, ids: readonly Id[]): Promise<readonly SectionRow[]> {
  const { rows } = await sql<SectionRow>`
    select s.id, s.problem_id as problem, s.kind, s.recommendation_id as recommendation, s.heading, s.position
    from draft.section s
    where s.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** A section at the end of the text. */
export async function putSection(
  tx: Tx,
  section: Omit<SectionRow, 'id' | 'position'> & { readonly id?: Id<'section'> },
): Promise<Id<'section'>> {
  const id = section.id ?? newId('section')
  await sql`
    insert into draft.section (jurisdiction_id, id, problem_id, kind, recommendation_id, heading, position)
    select ${tx.jurisdiction}, ${id}, ${section.problem}, ${section.kind}, ${section.recommendation}::uuid, ${section.heading},
      coalesce(max(s.position), 0) + 1
    from draft.section s
    where s.problem_id = ${section.problem}`.execute(tx)
  return id
}

export type NewClause = {
  readonly id?: Id<'clause'>
  readonly section: Id<'section'>
  readonly number: number
  readonly text: string
  readonly writtenBy: Id<'account'> | null
  readonly as: As
}

export async function putClause(tx: Tx, clause: NewClause): Promise<Id<'clause'>> {
  const id = clause.id ?? newId('clause')
  await tx
    .insertInto('draft.clause')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      section_id: clause.section,
      number: clause.number,
      text: clause.text,
      written_by: clause.writtenBy,
      written_as: clause.as,
    })
    .execute()
  return id
}

export async function putCitations(tx: Tx, clause: Id<'clause'>, things: readonly Thing[]): Promise<void> {
  if (things.length === 0) return
  await tx
    .insertInto('draft.citation')
    .values(
      things.map((thing) => ({
        jurisdiction_id: tx.jurisdiction,
        clause_id: clause,
        cited_kind: thing.kind,
        cited_id: thing.id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function rewriteClause(
  tx: Tx,
  id: Id<'clause'>,
  words: Pick<ClauseRow, 'text' | 'writtenBy' | 'as'>,
): Promise<void> {
  await tx
    .updateTable('draft.clause')
    .set({ text: words.text, written_by: words.writtenBy, written_as: words.as })
    .where('id', '=', id)
    .execute()
}

export async function rewriteHeading(tx: Tx, id: Id<'section'>, heading: string): Promise<void> {
  await tx.updateTable('draft.section').set({ heading }).where('id', '=', id).execute()
}
