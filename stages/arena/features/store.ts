import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { FeatureKind, FeatureTerms, GenderCode } from './rules.ts'

export type FeatureValue = {
  readonly id: Id<'feature-value'>
  readonly name: string
  readonly code: GenderCode | null
}

/** What people are asked and counted by: the values offered, in their order. */
export type Feature = {
  readonly id: Id<'feature'>
  readonly name: string
  readonly kind: FeatureKind
  readonly values: readonly FeatureValue[]
}

/** As staff see it: also what is no more offered. */
export type StandingFeature = Omit<Feature, 'values'> & {
  readonly isOffered: boolean
  readonly values: readonly (FeatureValue & { readonly isOffered: boolean })[]
}

/** Every feature there ever was, in order. */
export async function standingFeatures(read: Read): Promise<readonly StandingFeature[]> {
  const { rows } = await sql<StandingFeature>`
    select f.id, f.name, f.kind, f.retired_at is null as "isOffered",
      coalesce((
        select jsonb_agg(
          jsonb_build_object('id', v.id, 'name', v.name, 'code', v.code, 'isOffered', v.retired_at is null)
          order by v.position, v.id)
        from arena.feature_value v
        where v.jurisdiction_id = f.jurisdiction_id and v.feature_id = f.id
      ), '[]') as values
    from arena.feature f
    order by f.position, f.id`.execute(read)
  return rows
}

/** What people are asked today. Whoever told a value that is no more offered is asked again, and until then not counted. */
export async function featuresOf(read: Read): Promise<readonly Feature[]> {
  return (await standingFeatures(read)).filter(({ isOffered }) => isOffered).map(offeredOf)
}

function offeredOf({ id, name, kind, values }: StandingFeature): Feature {
  const offered = values.filter(({ isOffered }) => isOffered)
  return { id, name, kind, values: offered.map((value) => ({ id: value.id, name: value.name, code: value.code })) }
}

/** Writes a feature as it shall stand. A value that is new gets its id here. */
export async function putFeature(tx: Tx, terms: FeatureTerms): Promise<Id<'feature'>> {
  const id = terms.id ?? newId('feature')
  const retired = (isOffered: boolean) => (isOffered ? null : tx.now)
  if (terms.id === null) {
    await sql`
      insert into arena.feature (jurisdiction_id, id, name, kind, position, retired_at)
      select ${tx.jurisdiction}, ${id}, ${terms.name}, ${terms.kind}, coalesce(max(f.position), 0) + 1, ${retired(terms.isOffered)}
      from arena.feature f`.execute(tx)
  } else {
    await tx
      .updateTable('arena.feature')
      .set({ name: terms.name, retired_at: retired(terms.isOffered) })
      .where('id', '=', id)
      .execute()
  }
  for (const [at, value] of terms.values.entries()) {
    const position = at + 1
    const kept = { name: value.name, position, retired_at: retired(value.isOffered) }
    if (value.id === null) {
      await tx
        .insertInto('arena.feature_value')
        .values({
          jurisdiction_id: tx.jurisdiction,
          id: newId('feature-value'),
          feature_id: id,
          kind: terms.kind,
          code: value.code,
          ...kept,
        })
        .execute()
    } else {
      await tx.updateTable('arena.feature_value').set(kept).where('id', '=', value.id).execute()
    }
  }
  return id
}
