import { newId } from '@folkmoot/basics/ids.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { allJurisdictions, putJurisdiction, type Jurisdiction } from '../../platform/directory/index.ts'

type Wanted = Pick<Jurisdiction, 'slug' | 'name' | 'timeZone' | 'isTold'>

export type PlaceFor = {
  readonly place: Jurisdiction
  /** Founds it where it is new: the first thing to do in the transaction of the import, so that both are done or neither. */
  readonly first: (tx: Tx) => Promise<void>
}

/** The place of this slug; a new one has plain settings. An administrator fills in the rest. */
export async function placeFor(database: Database, wanted: Wanted): Promise<PlaceFor> {
  const known = (await allJurisdictions(database)).find((place) => place.slug === wanted.slug)
  if (known) return { place: known, first: async () => {} }
  const place: Jurisdiction = {
    ...wanted,
    id: newId('jurisdiction'),
    parent: null,
    level: 'town',
    tagline: '',
    holidays: [],
    languages: ['en', 'da'],
    accent: null,
    brand: null,
    words: {},
    offlineRoute: '',
    isFictional: false,
  }
  return { place, first: (tx) => putJurisdiction(tx, place) }
}
