import { choices, type Choice } from '@folkmoot/tally/tally.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { opinionWords } from '../messages/words.ts'
import { recount } from '../recount.ts'
import { opinionRoutes } from '../routes.tsx'
import { consultationOf } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { provedIn } from './store.ts'

/** Whether those who had proven who they are answered as the others did: counted at the close, and never of a few. */

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const statements = ['Light the crossings at night', 'Close the street at eight']
const say = opinionWords.say('en')

type Cast = { readonly number: number; readonly choice: Choice; readonly level: 'low' | 'substantial' | 'high' }

/** Of each kind so many people, each a new one. */
async function cast(at: Case, votes: readonly (Cast & { readonly people: number })[]): Promise<void> {
  for (const { people, number, choice, level } of votes)
    for (const one of await residents(database, town, people)) {
      const given = await castVote(database, { ...one, assurance: level }, { slug: at.slug, number, choice })
      expect(given).toMatchObject({ ok: true })
    }
}

async function kept({ problem }: Case) {
  const consultation = await consultationOf(database.read(town.place.id), problem)
  if (!consultation) throw new Error('no voting')
  return provedIn(database.read(town.place.id), consultation.id)
}

const page = async ({ slug }: Case) =>
  textOf(await answerAt(opinionRoutes, 'opinion.results', visitIn(database, town.place, { params: { problem: slug } })))

describe('results by how sure it was who voted', () => {
  it('abuse 61: are shown of a statement with five or more of each answer on both sides, and of no other', async () => {
    const at = await openCase(database, town, { statements })
    const everyAnswer = (number: number, level: Cast['level'], people: readonly number[]) =>
      choices.map((choice, index) => ({ number, level, choice, people: people[index] ?? 0 }))
    await cast(at, [
      ...everyAnswer(1, 'low', [7, 5, 6]),
      ...everyAnswer(1, 'substantial', [5, 3, 5]),
      ...everyAnswer(1, 'high', [1, 3, 0]),
      ...everyAnswer(2, 'low', [8, 8, 8]),
      ...everyAnswer(2, 'substantial', [9, 4, 5]),
    ])
    expect(await kept(at), 'nothing is counted while people vote').toBeUndefined()
    expect(await page(at)).not.toContain(say('levels.title'))
    await closeVoting(database, town.place.id, at.slug)
    const told = await page(at)
    expect(told).toContain(say('levels.some', { proved: 35, voters: 77 }))
    const table = told.slice(told.indexOf(say('levels.rule')))
    expect(table).toContain('Light the crossings at night')
    expect(table).not.toContain('Close the street at eight')
    const row = table.slice(table.indexOf('Light the crossings at night')).replace(/<[^>]*>/g, ' ')
    const cells = [...row.matchAll(/\b\d+\b/g)].slice(0, 6).map(([cell]) => Number(cell))
    expect(cells).toEqual([6, 6, 5, 7, 5, 6])
  })

  it('count the last answer by how sure it was then, without whom was set aside, as the recount does', async () => {
    const at = await openCase(database, town, { statements })
    const [one, two, three] = await residents(database, town, 3)
    if (!one || !two || !three) throw new Error('nobody')
    const give = (who: typeof one, assurance: Cast['level'], choice: Choice) =>
      castVote(database, { ...who, assurance }, { slug: at.slug, number: 1, choice })
    await give(one, 'low', 'agree')
    await give(one, 'substantial', 'disagree')
    await give(two, 'high', 'agree')
    await give(two, 'low', 'pass')
    await give(three, 'high', 'pass')
    await closeVoting(database, town.place.id, at.slug)
    const proved = await kept(at)
    expect(proved?.voters).toBe(2)
    expect([...(proved?.tallies.values() ?? [])]).toEqual([{ agree: 0, disagree: 1, pass: 1 }])
    const again = await recount(database.read(town.place.id), at.slug)
    expect(again).toMatchObject({ findings: expect.arrayContaining([{ what: 'levels', is: true }]) })
    await asOwner(`update opinion.proved_tally set agree = agree + 1`)
    expect(await recount(database.read(town.place.id), at.slug)).toMatchObject({
      findings: expect.arrayContaining([{ what: 'levels', is: false }]),
    })
  })

  it('say that nobody had, where a code was all there was', async () => {
    const at = await openCase(database, town, { statements })
    await cast(at, [{ number: 1, choice: 'agree', level: 'low', people: 12 }])
    await closeVoting(database, town.place.id, at.slug)
    expect(await page(at)).toContain(say('levels.nobody'))
  })
})

async function asOwner(text: string): Promise<void> {
  const client = new Client({ connectionString: home.url })
  await client.connect()
  await client.query(text)
  await client.end()
}
