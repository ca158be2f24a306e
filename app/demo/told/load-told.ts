import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { addBody, putJurisdiction, type Jurisdiction } from '../../../platform/directory/index.ts'
import { actsOf } from './acts.ts'
import { angelholm } from './angelholm.ts'
import { brussels } from './brussels.ts'
import { europe } from './europe.ts'
import { gentofte } from './gentofte.ts'
import { ireland } from './ireland.ts'
import type { ToldBody, ToldCase } from './told-case.ts'

/** The real places of the demonstration, from town to union. */
export const toldCases: readonly ToldCase[] = [gentofte, angelholm, brussels, ireland, europe]

/**
 * Founds the place and writes its cases: each entry in a transaction of its own, at the time of recording and in the order of
 * the days it tells of, over all cases of the place. So the record and the home stand in that order, and no entry claims to
 * have been recorded before it was.
 */
export async function loadToldCase(database: Database, told: ToldCase): Promise<void> {
  const place = placeOf(told)
  const write = <Value>(act: (tx: Tx) => Promise<Value>): Promise<Value> => database.transact(place.id, null, act)
  const bodies = await write((tx) => found(tx, place, told.bodies))
  const acts = told.lines.flatMap((line) => actsOf(line, { timeZone: place.timeZone, bodies, things: new Map() }))
  for (const { tell } of acts.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)))
    await write(tell)
}

function placeOf({ place }: ToldCase): Jurisdiction {
  return {
    ...place,
    id: newId('jurisdiction'),
    parent: null,
    holidays: [],
    languages: ['en', 'da'],
    accent: null,
    brand: null,
    offlineRoute: 'This place is told from published sources, in English. Nobody can take part in it here.',
    isFictional: false,
    isTold: true,
  }
}

async function found(tx: Tx, place: Jurisdiction, told: readonly ToldBody[]): Promise<ReadonlyMap<string, Id<'body'>>> {
  await putJurisdiction(tx, place)
  const bodies = new Map<string, Id<'body'>>()
  for (const { slug, name, kind, parent } of told) {
    bodies.set(
      slug,
      await addBody(tx, { slug, name, kind, parent: parent === null ? null : (bodies.get(parent) ?? null) }),
    )
  }
  return bodies
}
