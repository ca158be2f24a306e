import type { Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, textOf, visitIn, type Going } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { decisionRoutes } from './routes.tsx'
import { packageOf } from './store.ts'
import { readyCase, type ReadyCase } from './testing.ts'
import { votesOf } from './voting.ts'

const at = Temporal.Instant.from('2026-11-24T08:00:00Z')

let home: TestDatabase
let database: Database
let town: Town
let ready: ReadyCase

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
beforeEach(async () => {
  ready = await readyCase(database, town)
  const { chen, dora } = town.people
  await go('decision.hand-over', { as: ready.chair, typed: { sure: ['yes'] } })
  await go('decision.set-dates', { as: chen, typed: { meetingOn: ['2026-12-10'], returnOn: ['2027-06-10'] } })
  for (const number of [1, 2])
    await go('decision.answer', {
      as: dora,
      params: { number },
      typed: { kind: ['accept'], reason: [`Because of ${number}.`] },
    })
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

async function go(address: Address, { params, ...going }: Going) {
  const where = { problem: ready.slug, number: 1, ...params }
  return answerAt(decisionRoutes, address, visitIn(database, town.place, { at, ...going, params: where }))
}

/** Sends the record of a vote, with whatever else is typed on its form. */
async function send(typed: Readonly<Record<string, readonly string[]>>) {
  const form = textOf(await go('decision.voting', { as: town.people.chen }))
  const vote = {
    about: ['package'],
    seen: [/name="seen" value="([^"]+)"/.exec(form)?.[1] ?? ''],
    motion: ['To answer so'],
    reference: ['Item 4'],
    decidedOn: ['2026-11-24'],
    votesFor: ['2'],
    votesAgainst: ['1'],
    abstentions: ['0'],
    isCarried: ['yes'],
  }
  return go('decision.record-vote', { as: town.people.chen, typed: { ...vote, ...typed } })
}

async function recorded() {
  const read = database.read(town.place.id)
  const pack = await packageOf(read, ready.problem)
  const votes = pack ? await votesOf(read, pack) : []
  return votes.flatMap(({ named }) => named.map(({ name, choice }) => [name, choice]))
}

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
  const page = textOf(await go('decision.page', {}))
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
