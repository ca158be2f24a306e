import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { statementsDuring, testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import type { Reply } from '../../platform/http/index.ts'
import { answerAt, typed as written, visitIn } from '../../platform/http/testing.ts'
import { nobody } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { hide, hiddenWords } from '../../platform/moderation/index.ts'
import { opinionRoutes } from './routes.tsx'
import * as store from './store.ts'
import { closeVoting, openCase, residents, type Case } from './testing.ts'
import { castVote } from './vote-commands.ts'

/** One's own votes: what the page shows of them, and when an answer is changed there. */

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

const texts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `Bench ${at + 1} should be painted green`)

/** A case of so many statements, and somebody who agreed with the first `voted`. */
async function votedOn(count: number, voted = count): Promise<Case & { readonly voter: Actor }> {
  const at = await openCase(database, town, { statements: texts(count) })
  const [voter] = await residents(database, town, 1)
  if (!voter) throw new Error('nobody lives here')
  const cast = texts(voted).map((_, n) => castVote(database, voter, { slug: at.slug, number: n + 1, choice: 'agree' }))
  for (const one of await Promise.all(cast)) if (!one.ok) throw new Error(one.refusal)
  return { ...at, voter }
}

type Asking = { readonly as: Actor; readonly number?: number; readonly choice?: string }

async function ask(slug: string, address: Address, { as, number = 1, choice }: Asking): Promise<Reply> {
  const going = { as, params: { problem: slug, number }, typed: written(choice ? { choice } : {}) }
  return answerAt(opinionRoutes, address, visitIn(database, town.place, going))
}

async function mine(slug: string, as: Actor): Promise<string> {
  const reply = await ask(slug, 'opinion.mine', { as })
  return reply.kind === 'page' ? `${await reply.body}` : JSON.stringify(reply)
}

async function answersOf({ problem }: Case, { account }: Actor): Promise<readonly string[]> {
  const read = database.read(town.place.id)
  const consultation = await store.consultationOf(read, problem)
  if (!consultation || !account) throw new Error('nobody asked')
  return [...(await store.votesOf(read, consultation.id, account)).values()]
}

async function hideNumber({ problem }: Case, number: number): Promise<void> {
  const read = database.read(town.place.id)
  const consultation = await store.consultationOf(read, problem)
  const all = consultation ? await store.statementsIn(read, consultation.id) : []
  const one = all.find((statement) => statement.number === number)
  if (!one) throw new Error('nobody said it')
  const done = await database.transact(town.place.id, null, (tx) =>
    hide(tx, town.people.chen, { about: { kind: 'statement', id: one.id }, rule: 'spam', reason: 'Paint for sale' }),
  )
  if (!done.ok) throw new Error(done.refusal)
}

describe('my votes', () => {
  it('do not print the words of a statement that was hidden after the vote', async () => {
    const at = await votedOn(3)
    expect(await mine(at.slug, at.voter)).toContain('Bench 2 should')
    await hideNumber(at, 2)
    const page = await mine(at.slug, at.voter)
    expect(page).not.toContain('Bench 2 should')
    expect(page).toContain(`${hiddenWords}`)
    expect(page).toContain('Bench 3 should')
    expect(page).toContain('cannot be changed')
    expect(page.match(/statements\/2\/change/)).toBeNull()
  })

  it('are changed where they stand, and said so at that place', async () => {
    const at = await votedOn(2)
    const changed = await ask(at.slug, 'opinion.change', { as: at.voter, number: 2, choice: 'disagree' })
    expect(changed).toMatchObject({ kind: 'redirect', to: expect.stringMatching(/mine#statement-2$/) as string })
    expect((await answersOf(at, at.voter)).toSorted()).toEqual(['agree', 'disagree'])
    expect(await ask(at.slug, 'opinion.change', { as: at.voter, choice: 'perhaps' })).toMatchObject({ kind: 'refused' })
  })

  it('are changed by nobody else: whoever changes hers leaves those of others', async () => {
    const at = await votedOn(1)
    const [other] = await residents(database, town, 1)
    if (!other) throw new Error('nobody lives here')
    const first = await ask(at.slug, 'opinion.change', { as: other, choice: 'disagree' })
    expect(first, 'a first answer is no change').toMatchObject({ kind: 'refused', status: 409 })
    expect(await answersOf(at, other)).toEqual([])
    expect(await answersOf(at, at.voter)).toEqual(['agree'])
    for (const as of [nobody(town.place.id), town.people.klub, town.people.chen])
      expect(await ask(at.slug, 'opinion.change', { as, choice: 'pass' })).toMatchObject({
        kind: 'refused',
        status: 403,
      })
  })

  it('abuse 11: are not changed once the statement is hidden, nor one that is not there', async () => {
    const at = await votedOn(2)
    await hideNumber(at, 1)
    for (const number of [1, 77])
      expect(await ask(at.slug, 'opinion.change', { as: at.voter, number, choice: 'disagree' })).toMatchObject({
        kind: 'refused',
        status: 409,
      })
    expect(await answersOf(at, at.voter)).toEqual(['agree', 'agree'])
  })

  it('stand after the close: shown, with nothing to press', async () => {
    const at = await votedOn(2)
    await closeVoting(database, at.chair.jurisdiction, at.slug)
    expect(await ask(at.slug, 'opinion.change', { as: at.voter, choice: 'disagree' })).toMatchObject({
      kind: 'refused',
      status: 409,
    })
    const page = await mine(at.slug, at.voter)
    expect(page).toContain('Bench 1 should')
    expect(page).not.toContain('/change')
  })

  it('take no more queries at two hundred than at two, and under 2 kB each', { timeout: 60_000 }, async () => {
    const [few, many] = [await votedOn(2), await votedOn(200)]
    const looked = ({ slug, voter }: typeof few) => statementsDuring(() => mine(slug, voter))
    await looked(few) // connections are opened
    expect(await looked(many)).toBe(await looked(few))
    const [short, long] = [await mine(few.slug, few.voter), await mine(many.slug, many.voter)]
    expect(long).toContain('Bench 200 should')
    expect(Buffer.byteLength(long) - Buffer.byteLength(short)).toBeLessThan(198 * 2000)
  })
})
