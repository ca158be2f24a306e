import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { mandateRoutes } from '../routes.tsx'
import { textOf } from '../../../platform/http/testing.ts'
import { draftingIn, goingIn } from '../testing.ts'
import { elections, majorities, nextElection } from '../../../platform/directory/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { groupsAYear } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let read: Read
let go: ReturnType<typeof goingIn>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  read = database.read(town.place.id)
  go = goingIn(database, town, mandateRoutes)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const partyIds = async (): Promise<readonly string[]> =>
  (await read.selectFrom('directory.body').select('id').where('kind', '=', 'party').orderBy('name').execute()).map(
    ({ id }) => id,
  )

it('a clerk says which parties form the majority, with its source; everybody reads it', async () => {
  const [green] = await partyIds()
  const typed = { body: [town.council], parties: [green ?? ''], source: ['Agreement of 2025'] }
  expect(await go('mandates.say-majority', '', { as: town.people.chen, typed })).toMatchObject({ kind: 'redirect' })
  expect(await majorities(read)).toMatchObject([
    { body: town.council, name: 'Green Shore', source: 'Agreement of 2025' },
  ])
  expect(textOf(await go('mandates.rules', ''))).toContain('Green Shore. Source: Agreement of 2025.')
  const facts = (await entries(read, { limit: 50 })).filter(({ kind }) => kind === 'mandate.rules-set')
  expect(facts.map((fact) => fact.public)).toContainEqual({
    body: town.council,
    parties: [green],
    source: 'Agreement of 2025',
  })
  // Said anew it takes the place of what was said; no party is: unknown again.
  await go('mandates.say-majority', '', { as: town.people.ada, typed: { ...typed, parties: [] } })
  expect(await majorities(read)).toEqual([])
})

it('said by six at once, the last word stands and nobody meets an error', async () => {
  const [green] = await partyIds()
  const typed = { body: [town.council], parties: [green ?? ''], source: ['Agreement'] }
  const replies = await Promise.all(
    Array.from({ length: 6 }, () => go('mandates.say-majority', '', { as: town.people.chen, typed })),
  )
  expect(replies.map(({ kind }) => kind)).toEqual(Array(6).fill('redirect'))
  expect(await majorities(read)).toHaveLength(1)
  await go('mandates.say-majority', '', { as: town.people.chen, typed: { ...typed, parties: [] } })
})

it('a body that is none, a party that is none and a missing source come back with what was typed', async () => {
  const [green] = await partyIds()
  const typed = { body: [town.council], parties: [green ?? ''], source: ['Agreement'] }
  for (const [wrong, words] of [
    [{ body: [town.place.id] }, 'Choose one of the bodies'],
    [{ parties: [town.council] }, 'Choose among the parties'],
    [{ source: [''] }, '#field-source'],
  ] as const) {
    const reply = await go('mandates.say-majority', '', { as: town.people.chen, typed: { ...typed, ...wrong } })
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(reply)).toContain(words)
  }
})

it('how many groups can work at once is the place’s word, four until it says so', async () => {
  expect(textOf(await go('mandates.rules', ''))).toContain('4 groups a year')
  expect(textOf(await go('mandates.rules', ''))).not.toContain('Set the number')
  expect(await go('mandates.say-capacity', '', { as: town.people.ada, typed: { groupsAYear: ['0'] } })).toMatchObject({
    status: 422,
  })
  await go('mandates.say-capacity', '', { as: town.people.ada, typed: { groupsAYear: ['2'] } })
  expect(await groupsAYear(read)).toBe(2)
})

it('a clerk says when a body is elected next; everybody reads it, and who adopts a mandate is warned', async () => {
  const d = draftingIn(database, town)
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  const warned = async () => textOf(await go('mandate.adoption', at.slug, { as: town.people.chen }))
  expect(await warned()).not.toContain('after the election')
  const typed = { electedBody: [town.council], heldOn: ['2027-11-16'], electionSource: ['Local elections act'] }
  expect(await go('mandates.say-election', '', { as: town.people.chen, typed })).toMatchObject({ kind: 'redirect' })
  expect(textOf(await go('mandates.rules', ''))).toContain('16 November 2027. Source: Local elections act.')
  expect(await warned()).toContain('after the election on 16 November 2027')
  const models = textOf(await go('mandate.model', at.slug, { as: town.people.chen, params: { model: 'gentofte' } }))
  expect(models).toContain('Town council is elected next on 16 November 2027.')
  const facts = (await entries(read, { limit: 50 })).filter(({ kind }) => kind === 'mandate.rules-set')
  expect(facts.map((fact) => fact.public)).toContainEqual({
    body: town.council,
    electionOn: '2027-11-16',
    source: 'Local elections act',
  })
  // Once it is over it warns of nothing more: the next one has to be told.
  expect(await nextElection(read, town.council, Temporal.PlainDate.from('2027-11-16'))).not.toBeNull()
  expect(await nextElection(read, town.council, Temporal.PlainDate.from('2027-11-17'))).toBeNull()
  await go('mandates.say-election', '', { as: town.people.ada, typed: { ...typed, heldOn: [''] } })
  expect(await elections(read)).toEqual([])
})

it('an election of what is no body, on no day or without a source comes back with what was typed', async () => {
  const typed = { electedBody: [town.council], heldOn: ['2027-11-16'], electionSource: ['An act'] }
  for (const [wrong, words] of [
    [{ electedBody: [town.place.id] }, 'Choose one of the bodies'],
    [{ heldOn: ['2027-02-30'] }, '#field-heldOn'],
    [{ electionSource: [''] }, '#field-electionSource'],
  ] as const) {
    const reply = await go('mandates.say-election', '', { as: town.people.chen, typed: { ...typed, ...wrong } })
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(reply)).toContain(words)
  }
  expect(await elections(read)).toEqual([])
})
