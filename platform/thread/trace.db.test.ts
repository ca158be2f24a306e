import { newId, type Id, type Noun, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown } from '../identity/testing.ts'
import {
  bindCards,
  cardsOf,
  downstream,
  downstreamOfEach,
  link,
  linksAmong,
  stateIn,
  unlink,
  upstream,
  type Cards,
  type Relation,
  type Strand,
} from './index.ts'

let testing: TestDatabase
let database: Database
let place: Id<'jurisdiction'>

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 2 })
  place = (await foundTown(database)).place.id
})

afterAll(async () => {
  await database.close()
  await testing.drop()
})

test('from an outcome back to an experience, and from the experience to the outcome', async () => {
  const line = [
    thing('measurement'),
    thing('indicator'),
    thing('commitment'),
    thing('answer'),
    thing('recommendation'),
    thing('clause'),
    thing('statement'),
  ]
  const relations: readonly Relation[] = ['measures', 'follows-from', 'carries-out', 'answers', 'follows-from', 'cites']
  await links(relations.map((relation, at) => [nth(line, at), relation, nth(line, at + 1)]))
  const [outcome, experience] = [nth(line, 0), nth(line, 6)]
  const read = database.read(place)
  const back = await upstream(read, outcome)
  expect(back.map(({ to, depth }) => [to, depth])).toEqual(line.slice(1).map((one, at) => [one, at + 1]))
  expect(back.map(({ relation }) => relation)).toEqual(relations)
  const forth = await downstream(read, experience)
  expect(forth.map(({ from }) => from)).toEqual(line.slice(0, 6).toReversed())
  expect(await upstream(read, experience)).toEqual([])
  expect(await linksAmong(read, [experience.id, nth(line, 5).id])).toMatchObject([{ relation: 'cites' }])
  expect(await linksAmong(read, [])).toEqual([])
})

test('what is reached on two ways stands there once per link, with the shorter way', async () => {
  const [clause, ideaA, ideaB, merged] = [thing('clause'), thing('idea'), thing('idea'), thing('idea')]
  await links([
    [clause, 'cites', ideaA],
    [clause, 'cites', ideaB],
    [ideaA, 'merged-into', ideaB],
    [ideaB, 'follows-from', merged],
  ])
  const strands = await upstream(database.read(place), clause)
  expect(strands).toHaveLength(4)
  expect(strands.find(({ to }) => to.id === merged.id)?.depth).toBe(2)
})

test('asked of many at once each has what it has alone, and who has nothing is left out', async () => {
  const [clause, other, ideaA, ideaB, alone] = [
    thing('clause'),
    thing('clause'),
    thing('idea'),
    thing('idea'),
    thing('idea'),
  ]
  await links([
    [clause, 'cites', ideaA],
    [clause, 'cites', ideaB],
    [other, 'follows-from', clause],
  ])
  const read = database.read(place)
  const each = await downstreamOfEach(read, [ideaA.id, ideaB.id, alone.id, ideaA.id])
  expect([...each.keys()].toSorted()).toEqual([ideaA.id, ideaB.id].toSorted())
  for (const idea of [ideaA, ideaB]) {
    expect(each.get(idea.id)).toHaveLength(2)
    expect(each.get(idea.id)).toEqual(await downstream(read, idea))
  }
  expect(await downstreamOfEach(read, [])).toEqual(new Map())
})

test('a circle ends', async () => {
  const [a, b, c] = [thing('idea'), thing('idea'), thing('idea')]
  await links([
    [a, 'follows-from', b],
    [b, 'follows-from', c],
    [c, 'follows-from', a],
    [a, 'about', a],
  ])
  const strands = await upstream(database.read(place), a)
  expect(new Set(strands.map(ends)).size).toBe(4)
  expect(strands).toHaveLength(4)
  expect(await downstream(database.read(place), a)).toHaveLength(4)
})

test('a wide and deep trace is walked once per link, not once per way', async () => {
  // Ten layers of five, all joined: 5^10 ways, 250 links.
  const layers = Array.from({ length: 11 }, () => Array.from({ length: 5 }, () => thing('idea')))
  const all = layers
    .slice(1)
    .flatMap((layer, at) => nth(layers, at).flatMap((from) => layer.map((to) => [from, 'cites', to] as const)))
  await links(all)
  const began = performance.now()
  expect(await upstream(database.read(place), nth(nth(layers, 0), 0))).toHaveLength(5 + 9 * 25)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('linking twice is linking once; a link can be taken back', async () => {
  const [clause, idea] = [thing('clause'), thing('idea')]
  await links([
    [clause, 'cites', idea],
    [clause, 'cites', idea],
  ])
  expect(await upstream(database.read(place), clause)).toHaveLength(1)
  await database.transact(place, null, (tx) => unlink(tx, clause, 'cites', idea))
  expect(await upstream(database.read(place), clause)).toEqual([])
})

test('another place sees nothing of it', async () => {
  const [clause, idea] = [thing('clause'), thing('idea')]
  await links([[clause, 'cites', idea]])
  const other = database.read((await foundTown(database)).place.id)
  expect(await upstream(other, clause)).toEqual([])
  expect(await linksAmong(other, [clause.id, idea.id])).toEqual([])
})

test('things are named by the door of their kind, once asked per kind', async () => {
  let asked = 0
  const ideas: Cards = async (_read, ids) => {
    asked += 1
    return ids.map((id) => ({
      thing: { kind: 'idea', id },
      title: 'An idea',
      state: 'state.idea',
      visibility: 'public',
      path: '/x',
    }))
  }
  bindCards('idea', ideas, (lang) => (key) => `${key} in ${lang}`)
  const [one, two, unbound] = [thing('idea'), thing('idea'), thing('pledge')]
  const cards = await cardsOf(database.read(place), [one, two, one, unbound])
  expect([...cards.keys()]).toEqual([one.id, two.id])
  expect(asked).toBe(1)
  expect([...cards.values()].map((card) => stateIn('da', card))).toEqual(['state.idea in da', 'state.idea in da'])
  expect(() => bindCards('idea', async () => [])).toThrow('twice')
})

type Linked = readonly [Thing, Relation, Thing]

function links(all: readonly Linked[]): Promise<void> {
  return database.transact(place, null, async (tx) => {
    for (const [from, relation, to] of all) await link(tx, from, relation, to)
  })
}

function thing(kind: Noun): Thing {
  return { kind, id: newId(kind) }
}

function ends({ from, to }: Strand): string {
  return `${from.id} ${to.id}`
}

function nth<Item>(list: readonly Item[], at: number): Item {
  const item = list[at]
  if (item === undefined) throw new Error(`nothing at ${at}`)
  return item
}

test('what came of a statement is found without reading the votes on it', async () => {
  const [statement, clause] = [thing('statement'), thing('clause')]
  await links([[clause, 'cites', statement]])
  await database.transact(place, null, (tx) =>
    sql`
      insert into thread.link (jurisdiction_id, from_id, from_kind, relation, to_id, to_kind, at)
      select ${place}, gen_random_uuid(), 'vote', 'on', ${statement.id}, 'statement', ${tx.now}
      from generate_series(1, 5000)`.execute(tx),
  )
  await database.transact(place, null, async (tx) => {
    expect(await downstream(tx, statement)).toHaveLength(1)
    const { rows } = await sql<{ readonly read: number }>`
      select (idx_tup_fetch + seq_tup_read)::integer as read from pg_stat_xact_user_tables
      where schemaname = 'thread' and relname = 'link'`.execute(tx)
    expect(rows[0]?.read).toBeLessThan(100)
  })
})
