import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { addBody, putJurisdiction, type Jurisdiction } from '../../../platform/directory/index.ts'
import { actsOf } from './acts.ts'
import { angelholm } from './angelholm.ts'
import { brussels } from './brussels.ts'
import { europe } from './europe.ts'
import { gentofte } from './gentofte.ts'
import { ireland } from './ireland.ts'
import { instantAt, type Act } from './known.ts'
import type { Day, ToldBody, ToldCase } from './told-case.ts'

/** The real places of the demonstration, from town to union. */
export const toldCases: readonly ToldCase[] = [gentofte, angelholm, brussels, ireland, europe]

/** Founds the place and writes its cases, each entry with the clock at its own day; one transaction a day. */
export async function loadToldCase(database: Database, told: ToldCase): Promise<void> {
  const place = placeOf(told)
  const days = told.lines.map(({ problem }) => problem.from).toSorted()
  const bodies = await at(database, place, days[0] ?? '2000-01-01', (tx) => found(tx, place, told.bodies))
  for (const line of told.lines) {
    const acts = actsOf(line, { timeZone: place.timeZone, bodies, things: new Map() })
    for (const [day, ofDay] of Map.groupBy(acts, (act) => act.day))
      await at(database, place, day, (tx) => tellAll(tx, ofDay))
  }
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

/** Only the day is known of most acts: noon stands for it. */
function at<Value>(database: Database, place: Jurisdiction, day: Day, act: (tx: Tx) => Promise<Value>): Promise<Value> {
  return database.at(instantAt(place, day, '12:00')).transact(place.id, null, act)
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

async function tellAll(tx: Tx, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await act.tell(tx)
}
