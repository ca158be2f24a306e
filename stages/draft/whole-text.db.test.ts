import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { bindCards } from '../../platform/thread/index.ts'
import { draftCards } from './cards.ts'
import { takeStand } from './commands.ts'
import { mergeIdea } from './ideas/merging.ts'
import { aCase, anIdea, memberOf } from './ideas/testing.ts'
import { citeFrom } from './text/citing.ts'
import { aSection, withSection, writingIn } from './text/testing.ts'
import { threadIdeas, threadSections } from './thread.ts'
import { wholeTextOf } from './whole-text.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  bindCards('idea', draftCards.idea)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

it('where the text stands is what its readers see: version, clauses, those without a source, and who agrees', async () => {
  const problem = await aCase(database, town)
  const read = database.read(town.place.id)
  expect(await wholeTextOf(read, problem.id)).toMatchObject({ version: null, clauses: 0, recommendations: 0 })

  const [first, second] = [
    await anIdea(database, town.people.aisha, problem),
    await anIdea(database, town.people.emil, problem),
  ]
  const dora = memberOf(town, problem.id, 'dora')
  const text = writingIn(database, problem)
  const [lit, why] = [aSection('Light it', ['Lamps.', 'At night.']), aSection('Why', ['It is dark.'], 'passage')]
  await text.write(dora, withSection(lit))
  await text.write(dora, withSection(why), 'Its reasons')
  const [section] = await threadSections(read, problem.id)
  const clause = section?.clauses[0]
  if (!section || !clause) throw new Error('what was written is there')
  expect((await citeFrom(database, dora, { slug: problem.slug, clause: clause.id, cites: [first.id] })).ok).toBe(true)
  for (const [name, choice] of [
    ['dora', 'agree'],
    ['alice', 'agree'],
    ['bashir', 'disagree'],
  ] as const) {
    const stand = { slug: problem.slug, number: section.number ?? 0, choice, version: 1 }
    expect((await takeStand(database, memberOf(town, problem.id, name), stand)).ok).toBe(true)
  }
  expect(await wholeTextOf(read, problem.id)).toMatchObject({
    version: 2,
    clauses: 3,
    uncited: 2,
    recommendations: 1,
    agreement: { consensus: 0, majority: 1, disagreement: 0, open: 0 },
  })

  const merging = { slug: problem.slug, number: second.number, into: first.number, reason: 'The same' }
  expect((await mergeIdea(database, memberOf(town, problem.id, 'alice'), merging)).ok).toBe(true)
  expect(new Set(await threadIdeas(read, problem.id))).toEqual(
    new Set([
      { id: first.id, kind: 'experience', end: first.id },
      { id: second.id, kind: 'experience', end: first.id },
    ]),
  )
  const sections = await threadSections(read, problem.id)
  expect(sections.map(({ kind, clauses }) => [kind, clauses.map(({ cites }) => cites)])).toEqual([
    ['recommendation', [[{ kind: 'idea', ids: [first.id] }], []]],
    ['passage', [[]]],
  ])
})
