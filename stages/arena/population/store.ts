import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Cell } from './cells.ts'

/** A table of the population, without its numbers. */
export type Population = {
  readonly id: Id<'population'>
  readonly name: string
  readonly source: string
  readonly asOf: string
  readonly fileName: string
  readonly sha256: string
  readonly people: number
  readonly importedBy: Id<'account'>
  readonly importedAt: Temporal.Instant
  /** In the order of its columns. */
  readonly features: readonly Id<'feature'>[]
}

const columns = sql<Population>`
  p.id, p.name, p.source, p.as_of as "asOf", p.file_name as "fileName", p.sha256, p.people::float8 as people,
  p.imported_by as "importedBy", p.imported_at as "importedAt",
  (select jsonb_agg(f.feature_id order by f.position) from arena.population_feature f
    where f.jurisdiction_id = p.jurisdiction_id and f.population_id = p.id) as features
  from arena.population p`

/** The newest first. */
export async function populations(read: Read): Promise<readonly Population[]> {
  const { rows } = await sql<Population>`select ${columns} order by p.imported_at desc, p.id`.execute(read)
  return rows
}

export async function populationById(read: Read, id: Id<'population'>): Promise<Population | undefined> {
  const { rows } = await sql<Population>`select ${columns} where p.id = ${id}`.execute(read)
  return rows[0]
}

/** Its cells in the order of the file; `values` in the order of `features`. */
export async function cellsIn(read: Read, id: Id<'population'>): Promise<readonly Cell<Id<'feature-value'>>[]> {
  const { rows } = await sql<Cell<Id<'feature-value'>>>`
    select c.people::float8 as people, jsonb_agg(v.value_id order by f.position) as values
    from arena.population_cell c
    join arena.population_cell_value v
      on v.jurisdiction_id = c.jurisdiction_id and v.population_id = c.population_id and v.number = c.number
    join arena.population_feature f
      on f.jurisdiction_id = v.jurisdiction_id and f.population_id = v.population_id and f.feature_id = v.feature_id
    where c.population_id = ${id}
    group by c.number, c.people
    order by c.number`.execute(read)
  return rows
}

export type NewPopulation = Omit<Population, 'id' | 'importedAt' | 'people'> & {
  readonly cells: readonly Cell<Id<'feature-value'>>[]
}

export async function putPopulation(tx: Tx, { cells, features, ...table }: NewPopulation): Promise<Id<'population'>> {
  const id = newId('population')
  const jurisdiction_id = tx.jurisdiction
  await tx
    .insertInto('arena.population')
    .values({
      jurisdiction_id,
      id,
      name: table.name,
      source: table.source,
      as_of: table.asOf,
      file_name: table.fileName,
      sha256: table.sha256,
      people: cells.reduce((sum, { people }) => sum + people, 0),
      imported_by: table.importedBy,
      imported_at: tx.now,
    })
    .execute()
  await tx
    .insertInto('arena.population_feature')
    .values(features.map((feature_id, at) => ({ jurisdiction_id, population_id: id, feature_id, position: at + 1 })))
    .execute()
  // As arrays, so that thousands of cells are one statement each.
  await sql`
    insert into arena.population_cell (jurisdiction_id, population_id, number, people)
    select ${jurisdiction_id}, ${id}, c.number, c.people
    from unnest(${cells.map(({ people }) => people)}::bigint[]) with ordinality as c (people, number)`.execute(tx)
  for (const [at, feature] of features.entries()) {
    await sql`
      insert into arena.population_cell_value (jurisdiction_id, population_id, number, feature_id, value_id)
      select ${jurisdiction_id}, ${id}, c.number, ${feature}, c.value
      from unnest(${cells.map(({ values }) => values[at] ?? null)}::uuid[]) with ordinality as c (value, number)`.execute(
      tx,
    )
  }
  return id
}
