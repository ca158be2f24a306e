import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { entries } from '../../../platform/ledger/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import * as opinion from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { mapsPoll } from './jobs.ts'
import * as store from './store.ts'
import { statements, voteAll } from './testing.ts'
import { testTown } from './testing-town.ts'

const here = testTown()

const { read } = here

type Voting = Case & { readonly id: Id<'consultation'>; readonly people: readonly Actor[] }

/** A case of which so many of forty people have voted on everything. */
async function voted(count: number): Promise<Voting> {
  const at = await openCase(here.database, here.town, { statements })
  const people = await residents(here.database, here.town, 40)
  await voteAll(here.database, at.slug, people.slice(0, count))
  const consultation = await opinion.consultationOf(read(), at.problem)
  if (!consultation) throw new Error('it was opened')
  return { ...at, id: consultation.id, people }
}

async function drawn({ id }: Voting): Promise<store.KeptMap | undefined> {
  await mapsPoll(here.database, here.town.place.id)
  return store.mapOf(read(), id)
}

const more = (at: Voting, from: number, to: number) =>
  voteAll(here.database, at.slug, at.people.slice(from, to), { from })

describe('the map of a consultation', () => {
  it('is drawn when ten have voted beside the five newest, anew at five more, not at four, and once more at the close', async () => {
    const at = await voted(14)
    expect(await drawn(at)).toBeUndefined()
    await more(at, 14, 15)
    expect(await drawn(at)).toMatchObject({ version: 1, people: 10, isFinal: false })
    await more(at, 15, 19)
    const [first] = at.people
    if (!first) throw new Error('there are forty')
    expect(await castVote(here.database, first, { slug: at.slug, number: 1, choice: 'pass' })).toMatchObject({
      ok: true,
    })
    expect(await drawn(at)).toMatchObject({ version: 1 })
    await more(at, 19, 20)
    expect(await drawn(at)).toMatchObject({ version: 2, people: 15 })
    await closeVoting(here.database, at.chair.jurisdiction, at.slug)
    expect(await drawn(at)).toMatchObject({ version: 3, people: 20, isFinal: true, countedUntil: null })
    expect(await drawn(at)).toMatchObject({ version: 3 })
    // All votes count at the close, and no statement is hidden: the two hashes are of the same votes.
    const [closed, last] = [await opinion.consultationOf(read(), at.problem), await store.mapOf(read(), at.id)]
    expect(closed?.inputHash).toBe(last?.inputHash)
  })

  it('is recorded with what it was drawn from and what came out, and nothing of anybody', async () => {
    const at = await voted(20)
    const map = await drawn(at)
    const told = (await entries(read(), { problem: at.problem, limit: 1000 })).filter(
      ({ kind }) => kind === 'opinion.map-drawn',
    )
    expect(told.map((fact) => fact.public)).toEqual([
      {
        version: 1,
        inputHash: map?.inputHash,
        outputHash: map?.outputHash,
        method: 'opinion-map/1 drawn/4',
        seed: `${at.id} 1`,
      },
    ])
    const { rows } = await sql<{ id: string }>`
      select id::text from opinion.participant where consultation_id = ${at.id}`.execute(read())
    for (const { id } of rows) expect(`${map?.published}${map?.axes}`).not.toContain(id)
  })

  it('says in which statements the groups agree and what divides them', async () => {
    const at = await voted(40)
    const map = await drawn(at)
    if (!map) throw new Error('forty have voted')
    const published = store.publishedOf(map)
    expect(published).toMatchObject({ people: 35, isOneCrowd: false, groups: [{ letter: 0 }, { letter: 1 }] })
    expect(published.agreed).toEqual([{ number: 11, side: 'agree', least: expect.any(Number) as number }])
    expect(published.divides.length).toBeGreaterThan(1)
    expect(published.divides).not.toContain(11)
    expect(published.groups[0]?.spots.length).toBeGreaterThan(0)
  })

  it('leaves out a statement that was hidden, as the public record of the close does', async () => {
    const at = await voted(20)
    expect(await drawn(at)).toMatchObject({ statements: statements.map((_, i) => i + 1) })
    await more(at, 20, 25)
    const [, , third] = await opinion.statementsIn(read(), at.id)
    if (!third) throw new Error('there are eleven')
    expect(
      await here.database.transact(here.town.place.id, null, (tx) =>
        hide(tx, here.town.people.gita, {
          about: { kind: 'statement', id: third.id },
          rule: 'personal-data',
          reason: 'It names a child.',
        }),
      ),
    ).toMatchObject({ ok: true })
    const map = await drawn(at)
    expect(map).toMatchObject({ version: 2, statements: [1, 2, 4, 5, 6, 7, 8, 9, 10, 11] })
    expect(map?.published).not.toContain('"number":3,')
    await closeVoting(here.database, at.chair.jurisdiction, at.slug)
    const facts = await entries(read(), { problem: at.problem, kinds: ['opinion.closed'], limit: 2 })
    const numbers = facts.map(({ public: told }) => JSON.stringify(told).match(/"number":\d+/g))
    expect(numbers).toEqual([[1, 2, 4, 5, 6, 7, 8, 9, 10, 11].map((number) => `"number":${number}`)])
  })

  it('keeps the letters of its groups when the smaller one becomes the larger', async () => {
    const at = await voted(0)
    const all = await residents(here.database, here.town, 75)
    const green = (count: number) => count % 2 === 0
    const cast = (from: number, to: number, isGreen: (person: number) => boolean) =>
      voteAll(here.database, at.slug, all.slice(from, to), {
        from,
        choose: (_, person, statement) =>
          statement === 10 ? 'agree' : statement < 5 === isGreen(person) ? 'agree' : 'disagree',
      })
    await cast(0, 40, (person) => green(person) || person < 6)
    const before = store.publishedOf((await drawn(at)) ?? missing())
    await cast(40, 75, () => false)
    const after = store.publishedOf((await drawn(at)) ?? missing())
    const likesFirst = (map: typeof before, letter: number) =>
      map.statements[0]?.groups[map.groups.findIndex((group) => group.letter === letter)]?.agree
    expect([likesFirst(before, 0), likesFirst(before, 1)]).toEqual([9, 1])
    expect([likesFirst(after, 0), likesFirst(after, 1)]).toEqual([9, 1])
    const size = (map: typeof before, letter: number) =>
      map.groups.find((group) => group.letter === letter)?.people ?? 0
    expect(size(before, 0)).toBeGreaterThan(size(before, 1))
    expect(size(after, 0)).toBeLessThan(size(after, 1))
  })

  it('is not looked for any more where voting has closed and too few had voted', async () => {
    const at = await voted(9)
    const looked = async () => (await store.mappable(read())).filter(({ consultation }) => consultation === at.id)
    expect(await looked()).toMatchObject([{ voters: 9, isClosed: false }])
    await closeVoting(here.database, at.chair.jurisdiction, at.slug)
    expect(await looked()).toEqual([])
    const enough = await voted(10)
    await closeVoting(here.database, enough.chair.jurisdiction, enough.slug)
    const due = async () => (await store.mappable(read())).filter(({ consultation }) => consultation === enough.id)
    expect(await due()).toMatchObject([{ voters: 10, isClosed: true }])
    expect(await drawn(enough)).toMatchObject({ version: 1, people: 10, isFinal: true })
    expect(await due()).toEqual([])
  })

  it('cannot be written for fewer than five more people, nor after the last one', async () => {
    const at = await voted(20)
    const map = await drawn(at)
    if (!map) throw new Error('twenty have voted')
    const put = (change: Partial<store.KeptMap>) =>
      here.database.transact(here.town.place.id, null, (tx) =>
        store.putMap(tx, at.id, { ...map, version: 2, ...change }),
      )
    await expect(put({ people: map.people + 4 })).rejects.toThrow(/five more people/)
    await expect(put({ people: map.people + 5, version: 3 })).rejects.toThrow(/five more people/)
    const last = { people: map.people + 5, isFinal: true, countedUntil: null }
    await expect(put(last)).rejects.toThrow(/only if, voting has closed/)
    await closeVoting(here.database, at.chair.jurisdiction, at.slug)
    await expect(put({ people: map.people + 5 })).rejects.toThrow(/only if, voting has closed/)
    await put(last)
    await expect(put({ ...last, people: map.people + 10, version: 3 })).rejects.toThrow(/five more people/)
  })
})

function missing(): never {
  throw new Error('a map was drawn')
}
