import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { downstream } from '../../../platform/thread/index.ts'
import { retellProblem } from '../../problem/index.ts'
import { writeNote } from './commands.ts'
import { notesOf } from './store.ts'

let home: TestDatabase
let real: Database
let town: Town
let problem: Id<'problem'>
const slug = 'harbour-path'

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  problem = await real.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: 'Who lights the harbour path?',
      whatHappens: 'It is dark.',
      whoIsAffected: 'All who walk there',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

test('a learning note is a politician’s own, public, and linked to the case', async () => {
  const words = {
    slug,
    heard: 'Pupils avoid the path',
    changed: 'I ask for light first',
    why: 'It costs less',
    language: 'en',
  }
  expect(await writeNote(real, town.people.chen, words)).toEqual({
    ok: false,
    refusal: 'only-politicians-note',
  })
  expect(await writeNote(real, town.people.dora, words)).toEqual({ ok: true, value: { number: 1 } })
  const [note] = await notesOf(real.read(town.place.id), problem)
  expect(note).toMatchObject({ heard: 'Pupils avoid the path', person: town.people.dora.person })
  const strands = await downstream(real.read(town.place.id), { kind: 'problem', id: problem })
  expect(strands).toContainEqual(expect.objectContaining({ from: { kind: 'note', id: note?.id } }))
})
