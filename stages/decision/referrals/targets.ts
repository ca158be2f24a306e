import type { Database } from '../../../platform/db/index.ts'
import {
  allJurisdictions,
  allSeats,
  bodies,
  isSeatedOn,
  todayIn,
  type Jurisdiction,
} from '../../../platform/directory/index.ts'
import type { Target } from './rules.ts'

/** Bodies in which somebody sits who could answer: those of this place first, then those of the others. */
export async function targetsOf(database: Database, here: Jurisdiction): Promise<readonly Target[]> {
  const places = (await allJurisdictions(database)).filter(({ isTold }) => !isTold)
  const [own, others] = [places.filter(({ id }) => id === here.id), places.filter(({ id }) => id !== here.id)]
  const now = await database.now()
  const perPlace = await Promise.all(
    [...own, ...others].map(async (place) => {
      const read = database.read(place.id)
      const [all, seats] = await Promise.all([bodies(read), allSeats(read)])
      const today = todayIn(place, now)
      const seated = new Set(seats.filter((seat) => isSeatedOn(seat, today)).map(({ body }) => body))
      return all
        .filter(({ id, kind }) => kind !== 'party' && seated.has(id))
        .map(({ id, name }) => ({
          body: id,
          place: place.id,
          name: (place.id === here.id ? name : `${name} (${place.name})`).slice(0, 200),
        }))
    }),
  )
  return perPlace.flat()
}
