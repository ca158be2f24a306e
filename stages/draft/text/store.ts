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
  readonly section: Id<'section'>
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
    select c.id, c.section_id as section, s.problem_id as problem, c.text, c.written_by as "writtenBy",
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

/** Brings the sections of a text up to a version: those of `sections` in their order, and no others. */
export async function writeSections(
  tx: Tx,
  problem: Id<'problem'>,
  sections: readonly Pick<SectionRow, 'id' | 'kind' | 'recommendation' | 'heading'>[],
): Promise<void> {
  const all = <Name extends 'id' | 'kind' | 'recommendation' | 'heading'>(name: Name) =>
    sections.map((section) => section[name])
  await sql`
    update draft.section set position = null
    where problem_id = ${problem} and position is not null and id <> all(${all('id')}::uuid[])`.execute(tx)
  await sql`
    insert into draft.section as s (jurisdiction_id, id, problem_id, kind, recommendation_id, heading, position)
    select ${tx.jurisdiction}, v.id, ${problem}, v.kind, v.recommendation, v.heading, v.position
    from unnest(${all('id')}::uuid[], ${all('kind')}::text[], ${all('recommendation')}::uuid[], ${all('heading')}::text[])
      with ordinality v (id, kind, recommendation, heading, position)
    on conflict (jurisdiction_id, id) do update
    set kind = excluded.kind, recommendation_id = excluded.recommendation_id, heading = excluded.heading, position = excluded.position
    where s.problem_id = excluded.problem_id`.execute(tx)
}

/** Brings the clauses of a text up to a version; those that are gone keep their words and lose their place. */
export async function writeClauses(
  tx: Tx,
  problem: Id<'problem'>,
  clauses: readonly (Omit<NewClause, 'id'> & { readonly id: Id<'clause'> })[],
): Promise<void> {
  const all = <Name extends keyof NewClause>(name: Name) => clauses.map((clause) => clause[name])
  await sql`
    update draft.clause c set number = null
    from draft.section s
    where s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id and s.problem_id = ${problem}
      and c.number is not null and c.id <> all(${all('id')}::uuid[])`.execute(tx)
  await sql`
    insert into draft.clause as c (jurisdiction_id, id, section_id, number, text, written_by, written_as)
    select ${tx.jurisdiction}, v.id, v.section, v.number, v.text, v.written_by, v.written_as
    from unnest(${all('id')}::uuid[], ${all('section')}::uuid[], ${all('number')}::int[], ${all('text')}::text[],
      ${all('writtenBy')}::uuid[], ${all('as')}::text[]) v (id, section, number, text, written_by, written_as)
    on conflict (jurisdiction_id, id) do update
    set section_id = excluded.section_id, number = excluded.number, text = excluded.text,
      written_by = excluded.written_by, written_as = excluded.written_as
    where (c.section_id, c.number, c.text, c.written_by, c.written_as)
      is distinct from (excluded.section_id, excluded.number, excluded.text, excluded.written_by, excluded.written_as)`.execute(
    tx,
  )
}

/** Which of these ids name a section or a clause of another case. */
export async function idsElsewhere(
  read: Read,
  problem: Id<'problem'>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select s.id::text as id from draft.section s where s.id = any(${ids}::uuid[]) and s.problem_id <> ${problem}
    union
    select c.id::text from draft.clause c
    join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
    where c.id = any(${ids}::uuid[]) and s.problem_id <> ${problem}`.execute(read)
  return rows.map(({ id }) => id)
}

/** A clause that stands in the text of this case, with the section it stands in. */
export type StandingClause = {
  readonly id: Id<'clause'>
  readonly number: number
  readonly text: string
  readonly section: Id<'section'>
  readonly heading: string
  readonly kind: SectionKind
  readonly position: number
  /** The number of its recommendation; null in a passage. */
  readonly recommendation: number | null
  readonly as: As
}

export async function clauseIn(
  read: Read,
  problem: Id<'problem'>,
  id: Id<'clause'>,
): Promise<StandingClause | undefined> {
  const { rows } = await sql<StandingClause>`
    select c.id, c.number, c.text, s.id as section, s.heading, s.kind, s.position, c.written_as as "as",
      case when s.kind = 'recommendation' then r.number end as recommendation
    from draft.clause c
    join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
    left join draft.recommendation r on r.jurisdiction_id = s.jurisdiction_id and r.id = s.recommendation_id
    where c.id = ${id} and s.problem_id = ${problem} and s.position is not null and c.number is not null`.execute(read)
  return rows[0]
}
