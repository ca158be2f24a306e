import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { allSeats, endTermOn } from '../../../platform/directory/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { becomesBusinessOf, businessOf } from '../business.ts'
import { raiseProblem, sponsorProblem } from '../commands.ts'
import { answerFraming, proposeFraming, proposeFramingFor } from '../framing-commands.ts'
import { inCase } from '../in-case.ts'
import { framings } from '../framing-store.ts'
import { problemBySlug } from '../store.ts'
import { giveRule } from '../testing.ts'
import { accept } from '@folkmoot/basics/result.ts'
import { declineInvitation, inviteSponsor, stepBack } from './commands.ts'
import { unclaimedProblems } from './slots.ts'
import { pastSponsors, waitingInvitations } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  await giveRule(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const story = { whatHappens: 'No tree is left.', whoIsAffected: 'Pupils.', language: 'en' }

async function problemNow(slug: string) {
  const problem = await problemBySlug(database.read(town.place.id), slug)
  if (!problem) throw new Error('not raised')
  return problem
}

async function raised(question = 'Where is shade in summer?') {
  const result = await raiseProblem(database, town.people.alice, { ...story, question })
  if (!result.ok) throw new Error(result.refusal)
  return problemNow(result.value.slug)
}

function personOf(who: 'dora' | 'emil' | 'freja') {
  const { person } = town.people[who]
  if (!person) throw new Error(`${who} is a politician`)
  return person
}

async function endTermsOf(who: 'freja', day: Temporal.PlainDate | null) {
  await database.transact(town.place.id, null, async (tx) => {
    for (const seat of await allSeats(tx)) if (seat.person === personOf(who)) await endTermOn(tx, seat, day)
  })
}

it('names no colleague before she takes the problem up herself, not in the ledger either', async () => {
  const { slug, id } = await raised()
  await sponsorProblem(database, town.people.dora, { slug, words: 'I live there.' })
  const invited = { slug, person: personOf('emil'), words: 'Come with me.' }
  const both = await Promise.all([1, 2].map(() => inviteSponsor(database, town.people.dora, invited)))
  expect(both.map((one) => (one.ok ? 'asked' : one.refusal)).sort()).toEqual(['asked', 'asked-already'])
  expect((await problemNow(slug)).sponsors).toEqual([personOf('dora')])
  const facts = await entries(database.read(town.place.id), { problem: id })
  expect(facts.find(({ kind }) => kind === 'problem.sponsor-invited')?.public).toEqual({})

  expect(await sponsorProblem(database, town.people.emil, { slug, words: 'Yes.' })).toEqual({ ok: true, value: null })
  expect((await problemNow(slug)).sponsors).toEqual([personOf('dora'), personOf('emil')])
  expect(await waitingInvitations(database.read(town.place.id), { problem: id })).toEqual([])
})

it('lets a colleague say no, once, and be asked again', async () => {
  const { slug } = await raised()
  await sponsorProblem(database, town.people.dora, { slug, words: 'I live there.' })
  const invited = { slug, person: personOf('freja'), words: '' }
  await inviteSponsor(database, town.people.dora, invited)
  expect((await declineInvitation(database, town.people.freja, slug)).ok).toBe(true)
  expect(await declineInvitation(database, town.people.freja, slug)).toEqual({ ok: false, refusal: 'not-asked' })
  expect((await inviteSponsor(database, town.people.dora, invited)).ok).toBe(true)
})

it('keeps a sponsor who stepped back with her reason, tells followers of the last one, and lets her come back', async () => {
  const { slug, id } = await raised('Who mows the dyke?')
  await sponsorProblem(database, town.people.dora, { slug, words: 'I mow.' })
  expect((await stepBack(database, town.people.dora, { slug, reason: 'I own the dyke.' })).ok).toBe(true)
  expect((await problemNow(slug)).sponsors).toEqual([])
  const read = database.read(town.place.id)
  expect(await pastSponsors(read, id)).toMatchObject([{ person: personOf('dora'), reason: 'I own the dyke.' }])
  expect((await unclaimedProblems(read, 50)).map((one) => one.slug)).toContain(slug)
  const { rows } = await database.queueSql(`select data::text as data from pgboss.job where name = 'notices.tell'`)
  expect(JSON.stringify(rows)).toContain('told.last-sponsor-left')
  expect((await sponsorProblem(database, town.people.dora, { slug, words: 'Sold it.' })).ok).toBe(true)
  expect((await problemNow(slug)).sponsors).toEqual([personOf('dora')])
})

it('answers a group’s version as any other: by a sponsor, and a mandate keeps the words of its day', async () => {
  const { slug, id } = await raised('How do we get shade?')
  const put = await inCase(database, town.people.dora, slug, async (tx, problem) => {
    await becomesBusinessOf(tx, { problem: problem.id, body: town.council, why: 'mandate' })
    const { account } = town.people.bashir
    if (!account) throw new Error('bashir has an account')
    return accept(
      await proposeFramingFor(tx, problem, {
        ...story,
        kind: 'another-problem',
        question: 'Why is the schoolyard sealed?',
        reason: 'Shade is a sign.',
        by: { account, group: { name: 'The task committee', backers: 7 } },
      }),
    )
  })
  expect(put).toEqual({ ok: true, value: { number: 2 } })
  const answer = { slug, number: 2, isAccepted: true, reason: 'Yes.' }
  expect(await answerFraming(database, town.people.alice, answer)).toEqual({
    ok: false,
    refusal: 'not-yours-to-answer',
  })
  await sponsorProblem(database, town.people.emil, { slug, words: 'So be it.' })
  expect((await answerFraming(database, town.people.emil, answer)).ok).toBe(true)
  const read = database.read(town.place.id)
  expect(await framings(read, id)).toMatchObject([
    { state: 'earlier' },
    { state: 'current', answeredAs: 'sponsor', group: { name: 'The task committee', backers: 7 } },
  ])
  expect(await businessOf(read, id)).toMatchObject([{ why: 'mandate', framing: 1, bodyName: 'Town council' }])
})

it('a politician whose term is over neither asks, nor steps back, nor answers; her sponsorship stays', async () => {
  const { slug, id } = await raised('Who lights the path?')
  await sponsorProblem(database, town.people.freja, { slug, words: 'I walk there.' })
  const reframe = { ...story, slug, kind: 'words' as const, question: 'Is the path too dark?', reason: 'Plainer.' }
  await proposeFraming(database, town.people.bashir, reframe)
  await endTermsOf('freja', Temporal.PlainDate.from('2025-06-30'))
  try {
    const former = { ...town.people.freja, roles: [{ name: 'resident' as const, scope: town.place.id }] }
    const gone = { ok: false, refusal: 'only-politicians' }
    const invited = { slug, person: personOf('emil'), words: '' }
    expect(await inviteSponsor(database, former, invited)).toEqual(gone)
    expect(await stepBack(database, former, { slug, reason: 'My term is over.' })).toEqual(gone)
    expect(await declineInvitation(database, former, slug)).toEqual(gone)
    const answer = { slug, number: 2, isAccepted: true, reason: 'Yes.' }
    expect((await answerFraming(database, former, answer)).ok).toBe(false)
    expect((await problemNow(slug)).sponsors).toEqual([personOf('freja')])
    // Nobody who holds a seat leads it and no body has it: the one who raised it answers again.
    expect((await answerFraming(database, town.people.alice, answer)).ok).toBe(true)
    const read = database.read(town.place.id)
    expect((await framings(read, id)).at(-1)?.answeredAs).toBe('raiser')
    await sponsorProblem(database, town.people.dora, { slug, words: 'I take it on.' })
    const asked = { slug, person: personOf('freja'), words: '' }
    expect((await inviteSponsor(database, town.people.dora, asked)).ok).toBe(false)
  } finally {
    await endTermsOf('freja', null)
  }
})
