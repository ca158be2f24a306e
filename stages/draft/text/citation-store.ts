import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** What a clause comes from. */
export type Citation = { readonly clause: Id<'clause'>; readonly thing: Thing }

/** What these clauses cite. */
export async function citationsOf(read: Read, clauses: readonly string[]): Promise<readonly Citation[]> {
  const { rows } = await sql<Citation>`
    select t.clause_id as clause, jsonb_build_object('kind', t.cited_kind, 'id', t.cited_id) as thing
    from draft.citation t
    where t.clause_id = any(${clauses}::uuid[])
    order by t.clause_id, t.cited_kind, t.cited_id`.execute(read)
  return rows
}

/** What the clauses of a section cite. */
export async function citationsIn(read: Read, section: Id<'section'>): Promise<readonly Citation[]> {
  const { rows } = await sql<Citation>`
    select t.clause_id as clause, jsonb_build_object('kind', t.cited_kind, 'id', t.cited_id) as thing
    from draft.citation t
    join draft.clause c on c.jurisdiction_id = t.jurisdiction_id and c.id = t.clause_id
    where c.section_id = ${section}`.execute(read)
  return rows
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

export async function dropCitation(tx: Tx, clause: Id<'clause'>, cited: Id): Promise<void> {
  await tx.deleteFrom('draft.citation').where('clause_id', '=', clause).where('cited_id', '=', cited).execute()
}
