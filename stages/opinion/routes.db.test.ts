import { anyone, type Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import type { Reply } from '../../platform/http/index.ts'
import { answerAt, typed as written, visitIn, type Going } from '../../platform/http/testing.ts'
import { nobody } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { problemBySlug, retellProblem } from '../problem/index.ts'
import { opinionRoutes } from './routes.tsx'
import { opinionJourneyPart } from './slots.ts'
import { closeVoting } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let chair: Actor

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  const problem = await database.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug: 'light',
      question: 'How do we light the way?',
      whatHappens: 'Dark.',
      whoIsAffected: '',
      language: 'en',
      source: 'x',
      actors: [],
    }),
  )
  chair = { ...town.people.dora, roles: [...town.people.dora.roles, { name: 'arena-chair', scope: problem }] }
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

type Asking = Pick<Going, 'lang' | 'query'> & {
  readonly actor?: Actor
  readonly number?: number
  readonly typed?: Readonly<Record<string, string>>
}

async function ask(
  at: Address,
  { actor = nobody(town.place.id), number = 1, typed = {}, ...more }: Asking = {},
): Promise<Reply> {
  const going = { ...more, as: actor, typed: written(typed), params: { problem: 'light', number } }
  return answerAt(opinionRoutes, at, visitIn(database, town.place, going))
}

async function text(reply: Promise<Reply>): Promise<string> {
  const answered = await reply
  return answered.kind === 'page' ? `${await answered.body}` : JSON.stringify(answered)
}

describe('the pages of a consultation', () => {
  it('lead from opening over writing and voting to results, in both languages', async () => {
    expect(await text(ask('opinion.statements'))).toContain('Nobody has opened voting')
    const opening = await text(ask('opinion.statements', { actor: chair }))
    expect(opening).toContain('Open voting on statements')
    expect(opening).toContain('How one person voted is never published')
    expect(
      await text(
        ask('opinion.open', { actor: chair, typed: { until: 'soon', shows: 'after-five', moderation: 'after' } }),
      ),
    ).toContain('field-until')
    const until = String(Temporal.Now.plainDateISO().add({ days: 9 }))
    expect(
      await ask('opinion.open', { actor: chair, typed: { until, shows: 'after-five', moderation: 'after' } }),
    ).toMatchObject({
      kind: 'redirect',
    })
    const { alice, bashir, klub } = town.people
    expect(await text(ask('opinion.state', { actor: alice, typed: { text: 'Short' } }))).toContain('at least 10')
    expect(await ask('opinion.state', { actor: alice, typed: { text: 'Light <b>every</b> crossing' } })).toMatchObject({
      kind: 'redirect',
    })
    const again = { text: 'light b every b crossing', seen: '1' }
    expect(await text(ask('opinion.state', { actor: bashir, typed: again }))).toContain('already')
    const voting = await text(ask('opinion.statements', { actor: bashir }))
    expect(voting).toContain('Light &lt;b&gt;every&lt;/b&gt; crossing')
    expect(voting).toContain('value="disagree"')
    expect(voting).not.toContain('Alice')
    expect(await text(ask('opinion.statements'))).toContain('Sign in to vote')
    expect(await text(ask('opinion.statements', { actor: klub, lang: 'da' }))).toContain('Organisationer')
    expect(await ask('opinion.vote', { actor: klub, number: 1, typed: { choice: 'agree' } })).toMatchObject({
      kind: 'refused',
      status: 403,
    })
    const voted = await ask('opinion.vote', { actor: bashir, number: 1, typed: { choice: 'agree' } })
    expect(voted).toMatchObject({ kind: 'redirect', to: expect.stringMatching(/statements\?after=1$/) as string })
    expect(await text(ask('opinion.statements', { actor: bashir, query: 'after=1' }))).toContain('You agreed with')
    const statement = await text(ask('opinion.statement', { actor: bashir, number: 1 }))
    expect(statement).toContain('You agree.')
    expect(statement).toContain('Written by Alice')
    expect(await text(ask('opinion.mine', { actor: bashir }))).toContain('Change the answer to statement 1')
    expect(await text(ask('opinion.results', { actor: bashir }))).toContain('You have voted on 1.')
    // Who cannot vote here is not told to vote: an organisation, staff, whoever is signed in nowhere.
    for (const actor of [undefined, klub, town.people.chen]) {
      const results = await text(ask('opinion.results', actor ? { actor } : {}))
      expect(results).toContain('Then everybody can read them')
      expect(results).not.toContain('Go on voting')
    }
    const later = { until: String(Temporal.Now.plainDateISO().add({ days: 12 })), reason: 'The letters came late.' }
    expect(await ask('opinion.move-deadline', { actor: town.people.chen, typed: later })).toMatchObject({
      kind: 'refused',
      status: 403,
    })
    expect(await ask('opinion.move-deadline', { actor: chair, typed: later })).toMatchObject({ kind: 'redirect' })
    await closeVoting(database, town.place.id, 'light')
    expect(await text(ask('opinion.results', { lang: 'da' }))).toContain('færre end 10 stemte')
    expect(await text(ask('opinion.statements', { actor: bashir }))).toContain('Voting has closed')
    expect(await text(ask('opinion.statement', { actor: bashir }))).not.toContain('Go on voting')
    expect(await ask('opinion.vote', { actor: bashir, number: 1, typed: { choice: 'pass' } })).toMatchObject({
      kind: 'refused',
      status: 409,
    })
    expect(await text(ask('opinion.new', { actor: alice }))).toContain('Voting closed')
  })

  it('are led to from the case before voting opens, for who may open it', async () => {
    const found = await problemBySlug(database.read(town.place.id), 'light')
    if (!found) throw new Error('no such case')
    const notOpen = { ...found, id: newId('problem'), source: null }
    const chairHere = { ...chair, roles: [{ name: 'arena-chair' as const, scope: notOpen.id }] }
    const partFor = (as: Actor) => opinionJourneyPart(visitIn(database, town.place, { as }), notOpen)
    expect((await partFor(chairHere)).links).toEqual([
      { text: 'Open voting on statements', href: '/en/' + town.place.slug + '/problems/light/statements' },
    ])
    expect((await partFor(town.people.bashir)).links).toEqual([])
  })

  it('do not exist for a statement that is not there', async () => {
    expect(await ask('opinion.statement', { number: 77 })).toEqual({ kind: 'not-found' })
    expect(opinionRoutes.filter(({ allowed, records }) => allowed === anyone && records !== 'nothing')).toEqual([])
  })
})
