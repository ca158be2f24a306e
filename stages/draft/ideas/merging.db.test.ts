import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { upstream, bindCards } from '../../../platform/thread/index.ts'
import type { Problem } from '../../problem/index.ts'
import { draftCards } from '../cards.ts'
import { joinIdea } from './joining.ts'
import { joinedCount } from './joined-store.ts'
import { ideaQueryOf } from './list-rules.ts'
import { listIdeas } from './list-store.ts'
import { endsOf, gatheredIn, objectionsAround } from './merge-store.ts'
import { mergeIdea, objectToMerger, undoMerger } from './merging.ts'
import { aCase, anIdea, memberOf } from './testing.ts'
import type { Idea } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let problem: Problem
let first: Idea
let second: Idea
let third: Idea

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 4 })
  town = await foundTown(database)
  bindCards('idea', draftCards.idea)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  problem = await aCase(database, town)
  first = await anIdea(database, town.people.aisha, problem, { title: 'First' })
  second = await anIdea(database, town.people.klub, problem, { title: 'Second' })
  third = await anIdea(database, town.people.emil, problem, { title: 'Third' })
})

const read = () => database.read(town.place.id)
const by = () => memberOf(town, problem.id, 'alice')
const put = (from: Idea, into: Idea) =>
  mergeIdea(database, by(), { slug: problem.slug, number: from.number, into: into.number, reason: 'The same' })
const at = ({ number }: Idea) => ({ slug: problem.slug, number })

/** What no command does: straight into the table. */
const putByHand = (from: Idea, into: Idea) =>
  database.transact(town.place.id, null, (tx) =>
    sql`
      insert into draft.idea_merger (jurisdiction_id, idea_id, number, into_id, reason, merged_by, merged_at)
      values (${tx.jurisdiction}, ${from.id}, 9, ${into.id}, 'x', ${town.people.alice.account}, now())`.execute(tx),
  )

async function titles(): Promise<readonly string[]> {
  const { ideas } = await listIdeas(read(), problem.id, ideaQueryOf(new URLSearchParams('order=newest')))
  return ideas.map(({ idea }) => idea.title)
}

describe('what is put together', () => {
  it('is listed once, leads on to where it goes on, and counts whose meaning it is, each once', async () => {
    await joinIdea(database, town.people.bashir, at(first))
    await joinIdea(database, town.people.bashir, at(second))
    expect((await put(first, second)).ok).toBe(true)
    expect((await put(second, third)).ok).toBe(true)
    expect(await titles()).toEqual(['Third'])
    expect((await endsOf(read(), [first.id])).get(first.id)).toBe(third.id)
    expect(await gatheredIn(read(), [third.id])).toHaveLength(3)
    // bashir once, and the two who wrote what goes on in it
    expect(await joinedCount(read(), third.id)).toBe(3)
    expect(await upstream(read(), { kind: 'idea', id: first.id })).toEqual(
      expect.arrayContaining([expect.objectContaining({ relation: 'merged-into' })]),
    )
  })

  it('never makes a circle', async () => {
    await put(first, second)
    expect(await put(second, first)).toEqual({ ok: false, refusal: 'into-itself' })
    expect(await put(first, third)).toEqual({ ok: false, refusal: 'merged-already' })
    await expect(putByHand(second, first)).rejects.toThrow('at the end of a way')
  })

  it('never leaves its case, in the database either', async () => {
    const elsewhere = await anIdea(database, town.people.klub, await aCase(database, town), { title: 'Elsewhere' })
    await expect(putByHand(first, elsewhere)).rejects.toThrow('in its own case')
  })

  it('is taken apart again', async () => {
    await put(first, second)
    expect(await undoMerger(database, by(), at(first))).toEqual({ ok: true, value: null })
    expect(await titles()).toEqual(['Third', 'Second', 'First'])
    expect(await put(first, second)).toMatchObject({ ok: true })
  })
})

describe('an objection', () => {
  it('has a card of its own, so that it can be reported and hidden without the idea', async () => {
    await put(first, second)
    const reason = 'Mine is about the morning'
    await objectToMerger(database, town.people.klub, { ...at(first), reason })
    const [objection] = await objectionsAround(read(), second.id)
    expect(await draftCards['idea-objection'](read(), objection ? [objection.id] : [])).toEqual([
      expect.objectContaining({
        thing: { kind: 'idea-objection', id: objection?.id },
        title: reason,
        path: `/problems/${problem.slug}/ideas/${first.number}#objection-${objection?.id}`,
        writtenBy: [town.people.klub.account],
      }),
    ])
    // They can be hidden, and what is public in the record cannot: there it stood for ever.
    const told = (await entries(read(), { problem: problem.id })).filter(
      ({ kind }) => kind === 'draft.idea-merger-objected',
    )
    expect(told.map((one) => one.public)).toEqual([{ number: first.number, from: second.number }])
  })

  it('keeps the two apart, both ways, with its reason for all to read; the database keeps them apart too', async () => {
    await put(first, second)
    const reason = 'Mine is about the morning'
    expect(await objectToMerger(database, town.people.bashir, { ...at(first), reason })).toEqual({
      ok: false,
      refusal: 'not-its-author',
    })
    expect(await objectToMerger(database, town.people.klub, { ...at(first), reason })).toEqual({
      ok: true,
      value: null,
    })
    expect(await titles()).toEqual(['Third', 'Second', 'First'])
    for (const one of [first, second])
      expect(await objectionsAround(read(), one.id)).toEqual([expect.objectContaining({ objection: reason })])
    expect(await put(first, second)).toEqual({ ok: false, refusal: 'kept-apart' })
    expect(await put(second, first)).toEqual({ ok: false, refusal: 'kept-apart' })
    await expect(putByHand(second, first)).rejects.toThrow('kept apart')
  })
})
