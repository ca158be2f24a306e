import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { before, callOne } from '../../meeting/testing.ts'
import { seatGroup } from '../../arena/testing.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import { handsOf } from '../record/hands.ts'
import { changePosition, takePosition } from './commands.ts'
import { positionsBy, positionsOf } from './store.ts'

let home: TestDatabase
let real: Database
let town: Town
let problem: Id<'problem'>
let slug = ''

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  await giveRule(real, town)
  ;({ slug, id: problem } = await raised(real, town.people.alice))
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const words = {
  subject: 'A light at the pier',
  stance: 'open',
  reason: 'I want the count first.',
  language: 'en',
} as const

async function taken(by: Townsperson): Promise<number> {
  const position = await takePosition(real, town.people[by], { slug, ...words })
  if (!position.ok) throw new Error(position.refusal)
  return position.value.number
}

function change(by: Townsperson, number: number, stance: 'for' | 'against' | 'open') {
  const to = { stance, reason: 'The count is in.', language: 'en' }
  return changePosition(real, town.people[by], { slug, number, ...to })
}

test('what stood before stays, with both reasons, and only she changes it', async () => {
  const number = await taken('dora')
  expect(await change('emil', number, 'for')).toMatchObject({ refusal: 'only-her-own' })
  expect(await change('chen', number, 'for')).toMatchObject({ refusal: 'only-politicians-stand' })
  expect(await change('dora', number, 'open')).toMatchObject({ refusal: 'nothing-changed' })
  expect(await change('dora', number, 'for')).toMatchObject({ ok: true })
  expect(await change('dora', 999, 'for')).toMatchObject({ refusal: 'no-such-position' })
  const position = (await positionsOf(real.read(town.place.id), problem)).find((one) => one.number === number)
  expect(position?.standings.map(({ stance, reason }) => [stance, reason])).toEqual([
    ['open', 'I want the count first.'],
    ['for', 'The count is in.'],
  ])
})

test('two changes at once do not both count', async () => {
  const number = await taken('freja')
  const results = await Promise.all([change('freja', number, 'for'), change('freja', number, 'for')])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the public log knows from what to what, and no words', async () => {
  const number = await taken('emil')
  await change('emil', number, 'against')
  const all = await entries(real.read(town.place.id), { limit: 500 })
  const changed = all.filter(({ kind }) => kind === 'inquiry.position-changed').map((entry) => entry.public)
  expect(changed).toContainEqual({ number, person: town.people.emil.person, from: 'open', to: 'against' })
  expect(JSON.stringify(all.map((entry) => entry.public))).not.toContain('pier')
})

test('a position is an act of framing in her own record, and nobody else’s', async () => {
  await taken('dora')
  const { person } = town.people.dora
  if (person === null) throw new Error('she is one')
  expect((await positionsBy(real.read(town.place.id), person)).length).toBeGreaterThan(0)
  // She leads no case and sits in none, so there is nothing to balance.
  expect(await handsOf(real.read(town.place.id), person, Temporal.Now.instant())).toEqual([])
})

test('who sits in a case and leads none is asked the same as who leads it, once people meet in it', async () => {
  const own = await foundTown(real)
  await giveRule(real, own)
  const raisedThere = await raised(real, own.people.alice)
  const group = await seatGroup(real, own, raisedThere, { members: ['dora', 'emil', 'alice'], chair: 'dora' })
  const hands = ({ person }: { readonly person: Id<'person'> | null }) => {
    if (person === null) throw new Error('both are politicians')
    return handsOf(real.read(own.place.id), person, before)
  }
  const { emil, freja } = own.people
  expect(await hands(emil)).toEqual([])
  await callOne(real, group.member('dora'), { slug: raisedThere.slug })
  expect(await hands(emil)).toMatchObject([{ problem: { id: raisedThere.id }, framing: 0, presence: 0 }])
  expect(await hands(freja)).toEqual([])
})
