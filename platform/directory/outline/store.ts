import type { Read, Tx } from '../../db/index.ts'
import type { Outline } from './outline.ts'

/** The outline of the place one reads in; undefined where none was given. */
export async function outlineOf(read: Read): Promise<Outline | undefined> {
  const row = await read
    .selectFrom('directory.outline')
    .select(['rings', 'places'])
    .where('jurisdiction_id', '=', read.jurisdiction)
    .executeTakeFirst()
  return row && { rings: row.rings as Outline['rings'], places: row.places as Outline['places'] } // written by `putOutline` alone
}

/** A new one takes the place of the old one; what was written about points stays where it was. */
export async function putOutline(tx: Tx, { rings, places }: Outline): Promise<void> {
  const drawn = { rings: JSON.stringify(rings), places: JSON.stringify(places), given_at: tx.now }
  await tx
    .insertInto('directory.outline')
    .values({ jurisdiction_id: tx.jurisdiction, ...drawn })
    .onConflict((conflict) => conflict.column('jurisdiction_id').doUpdateSet(drawn))
    .execute()
}
