import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import type { Reply } from '../../../platform/http/index.ts'
import { answerAt, typed as written, visitIn, type Going } from '../../../platform/http/testing.ts'
import { nobody } from '../../../platform/identity/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { countVotes } from '../count.ts'
import { mapsPoll } from '../map/jobs.ts'
import { statements, voteAll } from '../map/testing.ts'
import { opinionRoutes } from '../routes.tsx'
import { consultationOf } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { takePosition } from './commands.ts'
import { positionsIn } from './store.ts'

/** Forty-five people in two camps, and three politicians: dora on all statements, emil and freja on two. */

let home: TestDatabase
let database: Database
let town: Town
let at: Case
let people: readonly Actor[]

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  at = await openCase(database, town, { statements })
  people = await residents(database, town, 46)
  await voteAll(database, at.slug, people.slice(0, 45))
  await countVotes(database, town.place.id)
  await mapsPoll(database, town.place.id)
  for (const [index] of statements.entries()) await take(town.people.dora, index + 1, index < 5 ? 'agree' : 'disagree')
  for (const who of [town.people.emil, town.people.freja])
    for (const number of [1, 2]) await take(who, number, 'agree', `Because of ${number}`)
}, 60_000)
afterAll(async () => {
  await database.close()
  await home.drop()
})

async function take(actor: Actor, number: number, choice: 'agree' | 'disagree', reason = '', slug = at.slug) {
  const { timeZone } = town.place
  const taken = await takePosition(database, actor, { slug, number, choice, reason, language: 'en', timeZone })
  if (!taken.ok) throw new Error(taken.refusal)
}

type Asking = Pick<Going, 'lang' | 'query'> & {
  readonly actor?: Actor | undefined
  readonly slug?: string
  readonly number?: number
  readonly typed?: Readonly<Record<string, string>>
}

async function ask(
  address: Address,
  { actor = nobody(town.place.id), slug = at.slug, number = 1, typed = {}, ...more }: Asking = {},
) {
  const going = { ...more, as: actor, typed: written(typed), params: { problem: slug, number } }
  return answerAt(opinionRoutes, address, visitIn(database, town.place, going))
}

async function text(reply: Promise<Reply>): Promise<string> {
  const answered = await reply
  return answered.kind === 'page' ? `${await answered.body}` : JSON.stringify(answered)
}

const last = () => people[45]

describe('names of politicians, while people vote', () => {
  it('stand beside a statement for who has voted on it, and not before', async () => {
    const before = await text(ask('opinion.statement', { actor: last(), number: 2 }))
    expect(before).toContain('You can read it when you have voted')
    expect(before).not.toMatch(/Dora|Emil|Because of/)
    expect(await text(ask('opinion.positions', { actor: last() }))).not.toMatch(/Dora|Emil/)
    const voter = last()
    if (voter) await castVote(database, voter, { slug: at.slug, number: 2, choice: 'pass' })
    const after = await text(ask('opinion.statement', { actor: last(), number: 2 }))
    expect(after).toMatch(/Dora[^]*Emil[^]*Because of 2/)
    const page = await text(ask('opinion.positions', { actor: last() }))
    expect(page).toMatch(/3 of 3 agree[^]*Dora/)
    expect(page).toContain('10 more statements are shown when you have voted')
    expect(page).toContain('You have voted on 1')
    expect(page).not.toContain('points')
  })

  it('stand there from the close on for who cannot vote: she is not told to vote first', async () => {
    for (const actor of [nobody(town.place.id), town.people.gita, town.people.klub])
      for (const address of ['opinion.statement', 'opinion.positions'] as const) {
        const page = await text(ask(address, { actor }))
        expect(page).not.toContain('when you have voted on')
        expect(page).toMatch(/(?:Until voting closes|shown to you when voting closes), on /)
      }
  })

  it('stand nowhere for a visitor', async () => {
    for (const address of ['opinion.statement', 'opinion.positions'] as const)
      expect(await text(ask(address))).not.toMatch(/Dora|Emil|Because of/)
  })
})

describe('the gap', () => {
  it('is said in words, in a chart and in a table, in both languages', async () => {
    const page = await text(ask('opinion.positions', { actor: people[0] }))
    // Three politicians on two statements; on the others one, who is not compared.
    expect(page).toMatch(/on average of 2 statements/)
    expect(page).toContain('cannot be said yet')
    expect(page).toContain('points of 100')
    expect(page).toMatch(/class="fm-chart"/)
    // The furthest apart stands first, and what cannot be said comes last.
    const gaps = [...page.matchAll(/(\d+) points (?:more|fewer) politicians agree/g)].map(([, points]) =>
      Number(points),
    )
    expect(gaps).toHaveLength(2)
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a))
    expect(page.lastIndexOf('politicians agree')).toBeLessThan(page.indexOf('cannot be said yet'))
    expect(page).toContain('counted once, when the vote closes')
    expect(await text(ask('opinion.positions', { actor: people[0], lang: 'da' }))).toContain('i gennemsnit af 2 udsagn')
  })

  it('is not for who has not voted five times', async () => {
    expect(await text(ask('opinion.positions', { actor: town.people.aisha }))).toContain('cannot see the numbers yet')
  })
})

describe('a politician', () => {
  it('takes a position on the page of a statement, changes it, and both stay', async () => {
    const { emil } = town.people
    const form = await text(ask('opinion.statement', { actor: emil, number: 3 }))
    expect(form).toContain('Take a public position')
    expect(form).toContain('Your vote stays secret')
    const sent = await ask('opinion.take-position', {
      actor: emil,
      number: 3,
      typed: { position: 'agree', reason: 'Yes' },
    })
    expect(sent).toMatchObject({ kind: 'redirect' })
    await ask('opinion.take-position', { actor: emil, number: 3, typed: { position: 'disagree', reason: 'No more' } })
    const page = await text(ask('opinion.statement', { actor: emil, number: 3 }))
    expect(page).toMatch(/No more[^]*said before[^]*Yes/)
    expect(page).toContain('Change your public position')
  })

  it('reads what is wrong beside what she typed', async () => {
    const { freja } = town.people
    const typed = { reason: 'x'.repeat(301) }
    const wrong = await ask('opinion.take-position', { actor: freja, number: 4, typed })
    expect(wrong).toMatchObject({ kind: 'page', status: 422 })
    expect(await text(Promise.resolve(wrong))).toContain('x'.repeat(301))
    const same = ask('opinion.take-position', { actor: freja, typed: { position: 'agree', reason: 'Because of 1' } })
    expect(await text(same)).toContain('what you say already')
  })

  it.each(['alice', 'chen', 'klub'] as const)('is not %s', async (who) => {
    const actor = town.people[who]
    expect(await text(ask('opinion.statement', { actor }))).not.toContain('Publish my position')
  })

  it('reads how many she has taken, with the way to each', async () => {
    const page = await text(ask('opinion.positions', { actor: town.people.freja }))
    expect(page).toMatch(/public position on 2 of 11 statements/)
    expect(page).toContain('Take a position on statement 11')
    expect(page).toContain('You: agree. Change it')
  })
})

describe('on the map', () => {
  it('everybody reads near which group a politician is by five positions and more, and nobody is drawn', async () => {
    const page = await text(ask('opinion.map', { actor: people[0] }))
    expect(page).toMatch(/Politicians and the groups[^]*Dora[^]*11[^]*Group [AB]/)
    expect(page).not.toContain('Emil')
    expect(page.slice(page.indexOf('<svg'), page.indexOf('</figure>'))).not.toContain('Dora')
  })
})

describe('what a moderator hid', () => {
  it('shows that she took a position, and not her words', async () => {
    const consultation = await consultationOf(database.read(town.place.id), at.problem)
    const all = consultation ? await positionsIn(database.read(town.place.id), consultation.id) : []
    const words = all.find(
      (one) => one.person === town.people.emil.person && one.revisions[0]?.reason === 'Because of 1',
    )
    const { gita } = town.people
    if (!words) throw new Error('emil gave a reason')
    const about = { kind: 'statement-position', id: words.id } as const
    await database.transact(town.place.id, gita, (tx) => hide(tx, gita, { about, rule: 'spam', reason: 'Advertising' }))
    const page = await text(ask('opinion.statement', { actor: people[0] }))
    expect(page).toContain('Advertising')
    expect(page.match(/Because of 1/g)).toHaveLength(1) // freja's
  })
})

describe('after the close', () => {
  it('everybody reads names and numbers, and a late position is marked', async () => {
    const { slug, chair } = await openCase(database, town, { statements })
    await voteAll(database, slug, people.slice(0, 12))
    await take(town.people.freja, 1, 'agree', '', slug)
    await closeVoting(database, chair.jurisdiction, slug)
    const page = await text(ask('opinion.positions', { slug }))
    expect(page).toMatch(/Freja/)
    expect(page).toMatch(/<th[^>]*>Members</)
    await take(town.people.freja, 5, 'disagree', 'Now I have read it', slug)
    expect(await text(ask('opinion.statement', { slug, number: 5 }))).toContain('after the vote had closed')
  })
})
