import type { Choice } from '@folkmoot/tally/tally.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { ReadMap } from '../map/last-map.ts'
import { ownPlaceOf } from '../map/own-place.ts'
import type { Consultation } from '../store.ts'
import { votable, type View } from '../view.ts'
import { positionWords } from './messages/words.ts'
import { PlacesPart, type PoliticianPlace } from './pages/places-part.tsx'
import { leastForPlace } from './rules.ts'
import { lastOf } from './position.ts'
import { positionsIn } from './store.ts'

/**
 * For the page of the map: near which group politicians lie by what they said in public. A letter and how sure it is, never a place:
 * where exactly she lay, time after time as she changes her positions, would tell the directions of the map, and with them votes.
 */
export async function politiciansOnMap(
  visit: Visit,
  view: View & { readonly consultation: Consultation },
  { axes, published }: Pick<ReadMap, 'axes' | 'published'>,
) {
  const numberOf = new Map(votable(view).map(({ id, number }) => [id, number]))
  const onMap = new Set(axes.statements)
  const positions = (await positionsIn(visit.read, view.consultation.id)).filter(({ statement }) =>
    onMap.has(numberOf.get(statement) ?? 0),
  )
  const byPerson = [...Map.groupBy(positions, ({ person }) => person)].filter(([, all]) => all.length >= leastForPlace)
  const people = await politiciansById(
    visit.read,
    byPerson.map(([person]) => person),
  )
  const places = byPerson.flatMap(([person, all]): readonly PoliticianPlace[] => {
    const politician = people.get(person)
    const said = new Map(all.map((one): [number, Choice] => [numberOf.get(one.statement) ?? 0, lastOf(one).choice]))
    const place = ownPlaceOf(axes, said, { least: leastForPlace })
    return politician && place ? [{ politician, positions: all.length, letter: place.letter, sure: place.sure }] : []
  })
  return (
    <PlacesPart
      reader={visit}
      say={positionWords.say(visit.lang)}
      slug={view.problem.slug}
      isCrowd={published.groups.length === 0}
      places={places.toSorted((a, b) => a.politician.name.localeCompare(b.politician.name, visit.lang))}
    />
  )
}
