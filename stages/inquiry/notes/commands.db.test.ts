import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { downstream } from '../../../platform/thread/index.ts'
import { retellProblem } from '../../problem/index.ts'
import { askQuestion } from '../questions/commands.ts'
import { questionsOf } from '../questions/store.ts'
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
    from: { kind: 'talk', words: 'A walk at low tide' } as const,
    heard: 'Pupils avoid the path',
    changed: 'I ask for light first',
    why: 'It costs less',
    language: 'en',
  }
  expect(await writeNote(real, town.people.chen, words)).toEqual({
    ok: false,
    refusal: 'only-politicians-note',
  })
  expect(await writeNote(real, town.people.dora, words)).toMatchObject({ ok: true })
  const note = (await notesOf(real.read(town.place.id), problem)).find(({ heard }) => heard === words.heard)
  expect(note).toMatchObject({ heard: 'Pupils avoid the path', person: town.people.dora.person })
  const strands = await downstream(real.read(town.place.id), { kind: 'problem', id: problem })
  expect(strands).toContainEqual(expect.objectContaining({ from: { kind: 'note', id: note?.id } }))
})

test('a note comes from a question she was asked, not from one to somebody else, nor from a meeting she missed', async () => {
  const { dora, emil, alice } = town.people
  const asked = { slug, to: dora.person, question: 'When is the path lit?', background: '', language: 'en' }
  const question = await askQuestion(real, alice, { ...asked, calendar: town.place })
  if (!question.ok) throw new Error(question.refusal)
  const [{ id } = { id: newId('question') }] = await questionsOf(real.read(town.place.id), problem)
  const words = { slug, heard: 'It is dark', changed: 'Nothing yet', why: 'I look first', language: 'en' }
  const from = { kind: 'question', id } as const
  expect(await writeNote(real, emil, { ...words, from })).toEqual({ ok: false, refusal: 'not-asked' })
  expect(await writeNote(real, dora, { ...words, from })).toMatchObject({ ok: true })
  const missed = { kind: 'meeting', id: newId('meeting') } as const
  expect(await writeNote(real, dora, { ...words, from: missed })).toEqual({ ok: false, refusal: 'not-there' })
  const strands = await downstream(real.read(town.place.id), from)
  expect(strands).toContainEqual(expect.objectContaining({ relation: 'follows-from' }))
})
