import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, typed as written, visitIn, type Going } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { hide } from '../../platform/moderation/index.ts'
import { nearStatements } from './near.ts'
import { opinionRoutes } from './routes.tsx'
import * as store from './store.ts'
import { openCase, residents, type Case } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: Case
let writer: Actor

const said = [
  'Light the crossing at the library at night',
  'Children should have a bus to the harbour school',
  'The speed limit on Havnegade must be 30',
  'Cut the hedges so that drivers see cyclists',
  'Plant more trees in front of the station',
]

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  const [one] = await residents(database, town, 1)
  if (!one) throw new Error('nobody lives here')
  writer = one
})
beforeEach(async () => {
  at = await openCase(database, town, { statements: said })
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)

async function consultation(): Promise<store.Consultation> {
  const found = await store.consultationOf(read(), at.problem)
  if (!found) throw new Error('no consultation')
  return found
}

async function nearTo(words: string): Promise<readonly number[]> {
  const near = await nearStatements(read(), (await consultation()).id, { words, languages: ['en', 'da'] })
  return near.map(({ statement }) => statement.number)
}

async function send(typed: Readonly<Record<string, string>>, more: Partial<Going> = {}): Promise<string> {
  const params = { problem: at.slug }
  const visit = visitIn(database, town.place, { as: writer, typed: written(typed), params, ...more })
  const reply = await answerAt(opinionRoutes, 'opinion.state', visit)
  return reply.kind === 'page' ? `${await reply.body}` : JSON.stringify(reply)
}

async function count(): Promise<number> {
  return (await store.statementsIn(read(), (await consultation()).id)).length
}

describe('what is near to a statement being written', () => {
  it('shares its words, whatever their endings, in either language', async () => {
    expect(await nearTo('We need lights at crossings by the library')).toEqual([1])
    expect(await nearTo('Build a swimming hall by the lake')).toEqual([])
    expect(await nearTo('Plante træer foran station')).toEqual([5])
    expect(await nearTo('')).toEqual([])
    expect(await nearTo('’’’ \\ :* & | !')).toEqual([])
  })

  it('is shown before anything is sent, with a way to vote on it, and what was typed is kept', async () => {
    const before = await count()
    const shown = await send({ text: 'We need <b>lights</b> at crossings by the library' })
    expect(shown).toContain('Vote on this instead')
    expect(shown).toContain(`/problems/${at.slug}/statements/1"`)
    expect(shown).toContain('We need &lt;b&gt;lights&lt;/b&gt; at crossings by the library')
    expect(shown).toContain('name="seen" value="1"')
    expect(shown).toContain('Add mine all the same')
    expect(shown).not.toContain('Alice')
    expect(await count()).toBe(before)
  })

  it('is not asked about twice: once seen, hers is sent; other near ones are shown first', async () => {
    const before = await count()
    expect(await send({ text: 'Cut hedges, then cyclists and drivers meet', seen: '1' })).toContain(
      'Vote on this instead',
    )
    expect(await count()).toBe(before)
    expect(await send({ text: 'Cut hedges, then cyclists and drivers meet', seen: '1 4' })).toContain('redirect')
    expect(await count()).toBe(before + 1)
  })

  it('does not hold up what nothing is near to', async () => {
    expect(await send({ text: 'Open a bakery that sells bread on Sundays' })).toContain('redirect')
  })

  it('never shows what is hidden', async () => {
    const [, , third] = await store.statementsIn(read(), (await consultation()).id)
    expect(await nearTo('Speed limit 30 on Havnegade')).toEqual([3])
    const clerk = town.people.chen
    const hidden = await database.transact(town.place.id, clerk, (tx) =>
      hide(tx, clerk, {
        about: { kind: 'statement', id: third?.id as Id<'statement'> },
        rule: 'off-topic',
        reason: 'Elsewhere.',
      }),
    )
    expect(hidden.ok).toBe(true)
    expect(await nearTo('Speed limit 30 on Havnegade')).toEqual([])
    expect(await send({ text: 'Speed limit 30 on Havnegade, please' })).toContain('redirect')
  })
})
