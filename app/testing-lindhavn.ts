import { openDatabase } from '../platform/db/index.ts'
import { filledTemplate } from '../platform/db/testing.ts'
import { bind } from './bindings.ts'
import { standingIn, type Founded, type Lindhavn } from './demo/lindhavn/found.ts'
import { loadLindhavn } from './demo/lindhavn/load.ts'
import { lindhavn } from './demo/lindhavn/place.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** What a copy of the town cannot say of itself: who of its rows is whom. */
type Remembered = Founded & Pick<Lindhavn['place'], 'id' | 'parent'>

/**
 * A test house in the demonstration town. The town is played once for all test files of a run, through the stages' own
 * commands, and each file gets a copy for itself.
 */
export async function openHouseInLindhavn(
  connections?: number,
): Promise<{ readonly house: TestHouse; readonly town: Lindhavn }> {
  const { timeZone } = lindhavn(null)
  const today = Temporal.Now.plainDateISO(timeZone)
  // Played by its day: a run that goes on after midnight plays it again.
  const template = await filledTemplate(`lindhavn_${today.toString()}`, play)
  const house = await openTestHouse(connections, template.name)
  const { id, parent, ...founded } = JSON.parse(template.remembered) as Remembered // written by `play`
  return { house, town: standingIn(house.database, { place: { ...lindhavn(parent), id }, today, founded }) }
}

async function play(url: string): Promise<string> {
  bind()
  const database = openDatabase({ url })
  try {
    const { place, council, works, people, voters, otherVoters } = await loadLindhavn(database, () => {})
    return JSON.stringify({
      id: place.id,
      parent: place.parent,
      council,
      works,
      people,
      voters,
      otherVoters,
    } satisfies Remembered)
  } finally {
    await database.close()
  }
}
