import type { Database } from '../../platform/db/index.ts'
import { loadLindhavn } from './lindhavn/load.ts'
import { loadToldCase, toldCases } from './told/index.ts'

/** The whole demonstration: a fictional town where anyone can act, and real cases to read. */
export async function loadDemonstration(database: Database, say: (line: string) => void): Promise<void> {
  await loadLindhavn(database, say)
  for (const told of toldCases) {
    await loadToldCase(database, told)
    say(`Told: ${told.place.name}`)
  }
}
