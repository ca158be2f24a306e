import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { caseToVoteOn, type CaseToVoteOn } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: CaseToVoteOn

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
beforeEach(async () => {
  at = await caseToVoteOn(database, town)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const send: CaseToVoteOn['send'] = (typed) => at.send(typed)
const recorded = async () => (await at.votes()).flatMap(({ named }) => named.map(({ name, choice }) => [name, choice]))

const field = (person: string | null) => `named-${person}`
const counted = (page: string) => /name="named-counted" value="([^"]+)"/.exec(page)?.[1] ?? ''
const chosen = (page: string) =>
  [...page.matchAll(/name="(named-[0-9a-f-]{36})" value="(\w+)" checked/g)].map(([, name, value]) => [name, value])

test('a vote by name: how most voted, the exceptions, then the count is seen before anything is recorded', async () => {
  const { dora, emil, freja } = town.people
  const first = textOf(await send({ 'named-most': ['for'], [field(freja.person)]: ['against'] }))
  expect(first).toContain('Nothing is recorded yet')
  expect(first).toContain('By name: 2 for, 1 against, nobody abstained, nobody was absent.')
  expect(new Map(chosen(first) as [string, string][])).toEqual(
    new Map([
      [field(dora.person), 'for'],
      [field(emil.person), 'for'],
      [field(freja.person), 'against'],
    ]),
  )
  expect(first, 'what was typed stays').toContain('To answer so')
  expect(await recorded()).toEqual([])

  const names = Object.fromEntries(chosen(first).map(([name, value]) => [name, [value ?? '']]))
  // Changed after the count: she sees the new one first.
  const changed = await send({
    ...names,
    [field(emil.person)]: ['absent'],
    votesFor: ['1'],
    votesAgainst: ['0'],
    [field(freja.person)]: ['abstains'],
    abstentions: ['1'],
    'named-counted': [counted(first)],
  })
  expect(textOf(changed)).toContain('By name: 1 for, 0 against, 1 abstained, 1 was absent.')
  expect(await recorded()).toEqual([])

  expect(await send({ ...names, 'named-counted': [counted(first)] })).toMatchObject({ kind: 'redirect' })
  expect(await recorded()).toEqual([
    ['Dora', 'for'],
    ['Emil', 'for'],
    ['Freja', 'against'],
  ])
  const page = textOf(await at.go('decision.page'))
  expect(page).toContain('For (2)')
  expect(page).not.toContain('Absent (')
})

test('names that say something else than the counts are refused with both in sight; so is a member left out', async () => {
  const { freja } = town.people
  const differing = textOf(await send({ 'named-most': ['for'] }))
  expect(differing).toContain('do not add up to these counts')
  expect(differing).toContain('By name: 3 for')
  expect(textOf(await send({ [field(freja.person)]: ['against'] }))).toContain('Say of each member how she voted')
  const stranger = textOf(await send({ 'named-most': ['for'], [field(newId('person'))]: ['for'] }))
  expect(stranger).toContain('was no member of this body')
  expect(stranger).not.toContain('Nothing is recorded')
  expect(await recorded()).toEqual([])
})

test('a body that does not vote by name is asked for no name', async () => {
  expect(await send({})).toMatchObject({ kind: 'redirect' })
  expect(await recorded()).toEqual([])
})
