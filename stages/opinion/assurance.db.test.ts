import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../platform/http/testing.ts'
import { openEid } from '../../platform/identity/oidc/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { opinionWords } from './messages/words.ts'
import { opinionRoutes } from './routes.tsx'
import { openCase } from './testing.ts'
import { castVote } from './vote-commands.ts'
import * as store from './store.ts'

/** Voting for which people prove who they are: asked for when it opens, said before anybody votes, kept with each vote. */

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

const mitid = {
  name: 'mitid',
  label: 'MitID',
  issuer: 'https://broker.example',
  clientId: 'us',
  levels: { 'http://eidas.europa.eu/LoA/substantial': 'substantial' },
} as const
const eid = openEid([mitid], { ask: () => Promise.reject(new Error('nobody is asked')), report: () => {} })
const say = opinionWords.say('en')

const kept = () =>
  database.read(town.place.id).selectFrom('opinion.vote').select(['choice', 'assurance']).orderBy('at').execute()

describe('abuse 34: voting that asks for a proof', () => {
  it('takes votes only of who has proven it in this sign-in, and keeps how sure each was', async () => {
    const at = await openCase(database, town, { leastAssurance: 'substantial' })
    const { alice } = town.people
    const vote = { slug: at.slug, number: 1, choice: 'agree' } as const
    const before = (await kept()).length
    expect(await castVote(database, alice, vote)).toEqual({ ok: false, refusal: 'not-proven' })
    expect(await kept()).toHaveLength(before)
    expect(await castVote(database, { ...alice, assurance: 'substantial' }, vote)).toMatchObject({ ok: true })
    const again = { ...vote, choice: 'disagree' } as const
    expect(await castVote(database, alice, again), 'nor changes it').toEqual({ ok: false, refusal: 'not-proven' })
    expect(await castVote(database, { ...alice, assurance: 'high' }, again)).toMatchObject({ ok: true })
    expect((await kept()).slice(before)).toEqual([
      { choice: 'agree', assurance: 'substantial' },
      { choice: 'disagree', assurance: 'high' },
    ])
  })

  it('keeps `low` where a code is enough', async () => {
    const at = await openCase(database, town)
    await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'pass' })
    expect((await kept()).at(-1)).toEqual({ choice: 'pass', assurance: 'low' })
  })

  it('is kept by the database too, whatever code says, and cannot be asked for afterwards', async () => {
    const at = await openCase(database, town, { leastAssurance: 'substantial' })
    const proven = { ...town.people.emil, assurance: 'substantial' } as const
    await castVote(database, proven, { slug: at.slug, number: 1, choice: 'pass' })
    const consultation = await store.consultationOf(database.read(town.place.id), at.problem)
    const write = database.transact(town.place.id, null, async (tx) => {
      const statement = await tx
        .selectFrom('opinion.statement')
        .select('id')
        .where('consultation_id', '=', consultation?.id ?? null)
        .executeTakeFirstOrThrow()
      const participant = await tx.selectFrom('opinion.participant').select('id').executeTakeFirstOrThrow()
      await tx
        .insertInto('opinion.vote')
        .values({
          jurisdiction_id: town.place.id,
          statement_id: statement.id,
          participant_id: participant.id,
          revision: 7,
          id: newId('vote'),
          choice: 'agree',
          at: tx.now,
        })
        .execute()
    })
    await expect(write).rejects.toThrow('well proven')
    const change = database.transact(town.place.id, null, (tx) =>
      tx
        .updateTable('opinion.consultation')
        .set({ least_assurance: 'low' })
        .where('problem_id', '=', at.problem)
        .execute(),
    )
    await expect(change).rejects.toThrow('fixed when voting opens')
  })

  it('tells before she votes what is asked for and the way to it', async () => {
    const at = await openCase(database, town, { leastAssurance: 'substantial' })
    const visit = visitIn(database, town.place, { as: town.people.alice, params: { problem: at.slug } })
    const html = textOf(await answerAt(opinionRoutes, 'opinion.statements', { ...visit, eid }))
    expect(html).toContain(say('vote.prove'))
    expect(html).toContain(`/en/${town.place.slug}/sign-in/with/mitid`)
    expect(html).not.toContain('name="choice"')
    const proven = visitIn(database, town.place, {
      as: { ...town.people.alice, assurance: 'substantial' },
      params: { problem: at.slug },
    })
    expect(textOf(await answerAt(opinionRoutes, 'opinion.statements', { ...proven, eid }))).toContain('name="choice"')
  })

  it('is not opened where nobody could prove it', async () => {
    const at = await openCase(database, town)
    const fields = { until: '2099-01-01', shows: 'after-five', moderation: 'after', leastAssurance: 'substantial' }
    const visit = visitIn(database, town.place, {
      as: at.chair,
      params: { problem: at.slug },
      typed: typed({ ...fields, decided: '' }),
    })
    const reply = await answerAt(opinionRoutes, 'opinion.open', visit)
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
  })
})
