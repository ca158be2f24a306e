import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn, type Going } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { noticesOf, tellJob } from '../../../platform/notices/index.ts'
import { adoptedMandate, retellMandate } from '../../mandate/index.ts'
import { problemRoutes, type Problem } from '../../problem/index.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import * as commands from '../commands.ts'
import { rolesInArena } from '../roles.ts'
import { arenaRoutes } from '../routes.tsx'
import { answerApplications, callApplicant } from '../selecting.ts'
import { arenaWaitingFor, ownApplications } from '../slots.ts'
import { applicationsOf, problemsSatIn, seatsOf } from '../store.ts'
import { setUpGroup } from '../testing.ts'
import { answerOffer } from './answering.ts'
import { offersPoll } from './jobs.ts'
import { leaveGroup, nameChair, vacateSeat } from './leaving.ts'
import { offersOf } from './store.ts'

// A Tuesday; five working days later the answer is due, the last moment of Tuesday 1 December in Copenhagen.
const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const due = Temporal.Instant.from('2026-12-01T22:59:59.999Z')

let home: TestDatabase
let real: Database
let town: Town
let problem: Problem
let neighbour: Id<'profile'>

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

/** Alice, bashir, aisha and the club ask for the two neighbours' seats. */
beforeEach(async () => {
  await real.queueSql('delete from pgboss.job')
  town = await foundTown(real)
  await giveRule(real, town)
  const { people, place } = town
  const case_ = await raised(real.at(now), people.alice, {})
  const sponsoring = { at: now, as: people.dora, params: { problem: case_.slug }, typed: { words: ['I live there.'] } }
  await answerAt(problemRoutes, 'problem.sponsor', visitIn(real, place, sponsoring))
  problem = { ...case_, sponsors: people.dora.person ? [people.dora.person] : [] }
  await real.transact(place.id, null, (tx) =>
    retellMandate(tx, {
      problem: problem.id,
      question: problem.question,
      parentBody: town.committee,
      politicians: 2,
      citizens: 2,
      source: 'test',
      profiles: [{ name: 'Neighbour', wanted: 2, description: 'Lives nearby' }],
    }),
  )
  neighbour = (await adoptedMandate(read(), problem.id))?.profiles[0]?.id ?? newId('profile')
  await setUpGroup(real.at(now), people.dora, slug(), Temporal.PlainDate.from('2026-11-24'))
  const until = Temporal.PlainDate.from('2026-12-12')
  kept(await commands.openCall(real.at(now), people.dora, { slug: slug(), until, timeZone: place.timeZone }))
  for (const name of ['alice', 'bashir', 'aisha', 'klub'] as const) {
    const words = { motivation: 'I know it.', tie: 'I live here.', gender: null }
    kept(await commands.applyForSeat(real.at(now), people[name], { slug: slug(), profile: neighbour, ...words }))
  }
})

const slug = () => problem.slug
const read = () => real.read(town.place.id)

function kept<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string },
): Value {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

async function choose(yes: readonly Townsperson[], no: readonly Townsperson[] = []): Promise<void> {
  const applications = await applicationsOf(read(), problem.id)
  const choices = [...yes, ...no].map((name) => ({
    number: applications.find(({ account }) => account === town.people[name].account)?.number ?? 0,
    isSelected: yes.includes(name),
    reason: `About ${name}.`,
    criteria: yes.includes(name) ? ['Lives nearby'] : [],
    isSubstitute: !yes.includes(name),
  }))
  kept(await answerApplications(real.at(now), town.people.dora, { slug: slug(), choices }))
}

function answer(name: Townsperson, isYes: boolean, at = now) {
  return answerOffer(real.at(at), town.people[name], { slug: slug(), isYes, words: isYes ? '' : 'I move away.' })
}

function seat(name: Townsperson, { isChair = false } = {}) {
  const person = town.people[name].person ?? newId('person')
  return commands.seatPolitician(real.at(now), town.people.dora, {
    slug: slug(),
    person,
    isChair,
    reason: 'Took it up.',
  })
}

async function sitting(): Promise<readonly string[]> {
  return (await seatsOf(read(), problem.id)).map(({ account }) => nameOf(account)).sort()
}

function nameOf(account: Id<'account'>): string {
  return Object.entries(town.people).find(([, actor]) => actor.account === account)?.[0] ?? ''
}

async function toldTo(name: Townsperson): Promise<readonly string[]> {
  const work = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  const { rows } = await real.queueSql("delete from pgboss.job where name = 'notices.tell' returning data")
  for (const { data } of rows as { data: Job }[]) await work(real.at(now), data)
  const { account } = town.people[name]
  return account ? (await noticesOf(read(), account)).map(({ message }) => message) : []
}

function go(address: Parameters<typeof answerAt>[1], as: Townsperson, going: Omit<Going, 'as'> = {}) {
  return answerAt(arenaRoutes, address, visitOf(as, going))
}

function visitOf(as: Townsperson, going: Omit<Going, 'as'> = {}) {
  return visitIn(real, town.place, { at: now, ...going, as: town.people[as], params: { problem: slug() } })
}

/** Dora in the chair, emil, alice and bashir; aisha is a substitute, the club was answered no. */
async function begun(): Promise<void> {
  await choose(['alice', 'bashir'], ['aisha', 'klub'])
  kept(await answer('alice', true))
  kept(await answer('bashir', true))
  kept(await seat('dora', { isChair: true }))
  kept(await seat('emil'))
  kept(await answer('emil', true))
  kept(await commands.confirmGroup(real.at(now), town.people.dora, { slug: slug(), exception: '' }))
}

describe('an offer', () => {
  test('is a seat only after a yes; who seats herself has said it by that', async () => {
    await choose(['alice'])
    kept(await seat('dora', { isChair: true }))
    kept(await seat('emil'))
    expect(await sitting()).toEqual(['dora'])
    expect(await toldTo('alice')).toContain('told.offered')
    expect(await toldTo('emil')).toContain('told.offered')
    kept(await answer('alice', true))
    kept(await answer('emil', true))
    expect(await sitting()).toEqual(['alice', 'dora', 'emil'])
    expect(await toldTo('dora')).toContain('told.offer-taken')
    expect((await seatsOf(read(), problem.id)).find(({ account }) => nameOf(account) === 'alice')).toMatchObject({
      way: 'chosen',
      criteria: ['Lives nearby'],
      reason: 'About alice.',
      chosenBy: town.people.dora.account,
    })
    expect(await answer('alice', false)).toEqual({ ok: false, refusal: 'no-offer' })
  })

  test('waits on her own page and on the desk of a politician, with the day; on nobody else’s', async () => {
    await choose(['alice'])
    kept(await seat('emil'))
    for (const name of ['alice', 'emil'] as const)
      expect(await arenaWaitingFor(visitOf(name))).toMatchObject([{ title: 'Say yes or no to a seat', due }])
    expect(await arenaWaitingFor(visitOf('bashir'))).toEqual([])
    expect(await ownApplications(visitOf('alice'))).toMatchObject([{ state: 'A seat waits for your yes or no' }])
    expect(textOf(await go('arena.offer', 'alice'))).toContain('1 December 2026 at 23:59')
    expect(textOf(await go('arena.offer', 'bashir'))).toContain('No seat is offered to you')
    // The public page says that somebody was asked, not who.
    const open = textOf(
      await answerAt(arenaRoutes, 'arena.people', visitIn(real, town.place, { at: now, params: { problem: slug() } })),
    )
    expect(open).not.toContain('Alice')
  })

  test('a no frees the seat, and who leads reads why', async () => {
    await choose(['alice', 'bashir'])
    expect(
      await go('arena.answer-offer', 'alice', { typed: { answer: ['no'], words: ['I move away.'] } }),
    ).toMatchObject({
      kind: 'redirect',
    })
    expect(await sitting()).toEqual([])
    expect(await toldTo('dora')).toContain('told.offer-declined')
    expect(textOf(await go('arena.application', 'alice'))).toContain('You were offered a seat and said no.')
    await choose(['aisha'])
    kept(await answer('aisha', true))
    expect(await sitting()).toEqual(['aisha'])
  })

  test('is brought to mind two days before its end, and silence after it is a no; each once', async () => {
    await choose(['alice'])
    await offersPoll(real.at(now.add({ hours: 24 })), town.place.id)
    expect(await toldTo('alice')).not.toContain('told.offer-reminded')
    for (const hours of [47, 24]) await offersPoll(real.at(due.subtract({ hours })), town.place.id)
    expect((await toldTo('alice')).filter((message) => message === 'told.offer-reminded')).toHaveLength(1)
    await offersPoll(real.at(due), town.place.id)
    expect((await offersOf(read(), problem.id))[0]?.state).toBe('waiting')
    const late = due.add({ milliseconds: 1 })
    expect(await answer('alice', true, late)).toEqual({ ok: false, refusal: 'answer-too-late' })
    await Promise.all([offersPoll(real.at(late), town.place.id), offersPoll(real.at(late), town.place.id)])
    expect((await offersOf(read(), problem.id))[0]?.state).toBe('lapsed')
    expect(await toldTo('dora')).toContain('told.offer-silent')
    const facts = (await entries(read(), { problem: problem.id, limit: 50 })).map(({ kind }) => kind)
    expect(facts.filter((kind) => kind === 'arena.offer-refused')).toHaveLength(1)
    expect(facts.filter((kind) => kind === 'arena.offer-reminded')).toHaveLength(1)
  })

  test('two yeses at once are one seat', async () => {
    await choose(['alice'])
    const both = await Promise.all([answer('alice', true), answer('alice', true)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sitting()).toEqual(['alice'])
  })

  test('keeps the group from beginning until it is answered, by form and by hand', async () => {
    await choose(['alice'], ['bashir', 'aisha', 'klub'])
    kept(await seat('dora', { isChair: true }))
    const input = { slug: slug(), exception: 'We begin.' }
    expect(await commands.confirmGroup(real.at(now), town.people.dora, input)).toEqual({
      ok: false,
      refusal: 'waiting-offers',
    })
    const byHand = sql`
      insert into arena.confirmation (jurisdiction_id, problem_id, confirmed_by, confirmed_at, exception)
      values (${town.place.id}, ${problem.id}, ${town.people.dora.account}, now(), 'So')`
    await expect(real.transact(town.place.id, null, (tx) => byHand.execute(tx))).rejects.toThrow('is not ready')
  })

  test('the public record tells of it without a name', async () => {
    await choose(['alice', 'bashir'])
    kept(await answer('alice', true))
    kept(await answer('bashir', false))
    const told = JSON.stringify(
      (await entries(read(), { problem: problem.id, limit: 50 }))
        .filter(({ kind }) => kind.startsWith('arena.offer') || kind === 'arena.seated')
        .map((fact) => fact.public),
    )
    expect(told).toContain('declined')
    for (const name of ['alice', 'bashir'] as const) expect(told).not.toContain(town.people[name].account)
    expect(told).not.toContain('I move away.')
  })
})

describe('a seat that is left', () => {
  test('gives nothing any more, and is offered to the substitute; what was written stays hers', async () => {
    await begun()
    const { alice, aisha, dora } = town.people
    expect((await rolesInArena(read(), slug(), alice)).map(({ name }) => name)).toEqual(['member'])
    expect(textOf(await go('arena.leave', 'alice', { typed: { words: ['I move away.'] } }))).toContain('#field-sure')
    expect(await go('arena.leave', 'alice', { typed: { words: ['I move away.'], sure: ['yes'] } })).toMatchObject({
      kind: 'redirect',
    })
    expect(await sitting()).toEqual(['bashir', 'dora', 'emil'])
    expect(await rolesInArena(read(), slug(), alice)).toEqual([])
    if (alice.account) expect(await problemsSatIn(read(), { account: alice.account })).toEqual([])
    expect(await toldTo('dora')).toContain('told.seat-left')
    expect(await arenaWaitingFor(visitOf('dora'))).toMatchObject([{ title: '1 seat of the group is free' }])
    const shown = textOf(await go('arena.people', 'klub'))
    expect(shown).toContain('Neighbour: left on 24 November 2026')
    expect(shown).not.toContain('Alice')
    expect(shown).not.toContain('I move away.')
    const free = textOf(await go('arena.vacancies', 'dora'))
    expect(free).toContain('I move away.')
    expect(free.indexOf('Substitute, number 1')).toBeGreaterThan(0)
    const number = (await applicationsOf(read(), problem.id)).find(({ account }) => account === aisha.account)?.number
    const typed = {
      number: [String(number)],
      [`criteria-${number}`]: ['1'],
      [`reason-${number}`]: ['Next on the list.'],
    }
    expect(await go('arena.call-applicant', 'dora', { typed })).toMatchObject({ kind: 'redirect' })
    kept(await answer('aisha', true))
    expect(await sitting()).toEqual(['aisha', 'bashir', 'dora', 'emil'])
    expect((await rolesInArena(read(), slug(), aisha)).map(({ name }) => name)).toEqual(['member'])
    // No seat is free any more.
    const again = { slug: slug(), number: 4, reason: 'So', criteria: ['Lives nearby'] }
    expect(await callApplicant(real.at(now), dora, again)).toEqual({ ok: false, refusal: 'profile-full' })
    expect(await arenaWaitingFor(visitOf('dora'))).toEqual([])
  })

  test('is filled by the chair too, once the group has begun; by no other member', async () => {
    await begun()
    kept(await leaveGroup(real.at(now), town.people.bashir, { slug: slug(), words: '' }))
    const number = (await applicationsOf(read(), problem.id)).find(
      ({ account }) => account === town.people.aisha.account,
    )?.number
    const called = { slug: slug(), number: number ?? 0, reason: 'Next.', criteria: ['Lives nearby'] }
    const { emil } = town.people
    const asMember = { ...emil, roles: [...emil.roles, { name: 'member', scope: problem.id } as const] }
    expect(await callApplicant(real.at(now), asMember, called)).toEqual({ ok: false, refusal: 'not-yours-to-lead' })
    const asChair = { ...emil, roles: [...emil.roles, { name: 'arena-chair', scope: problem.id } as const] }
    expect(await callApplicant(real.at(now), asChair, called)).toMatchObject({ ok: true })
  })

  test('two who are called at once for one seat: one is', async () => {
    await begun()
    kept(await leaveGroup(real.at(now), town.people.bashir, { slug: slug(), words: '' }))
    const applications = await applicationsOf(read(), problem.id)
    const call = (name: Townsperson) =>
      callApplicant(real.at(now), town.people.dora, {
        slug: slug(),
        number: applications.find(({ account }) => account === town.people[name].account)?.number ?? 0,
        reason: 'Next.',
        criteria: ['Lives nearby'],
      })
    const both = await Promise.all([call('aisha'), call('klub')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'profile-full' })
  })

  test('stays left: the database gives it to nobody again, and takes none from who sits', async () => {
    await begun()
    kept(await leaveGroup(real.at(now), town.people.alice, { slug: slug(), words: '' }))
    const by = (words: ReturnType<typeof sql>) => real.transact(town.place.id, null, (tx) => words.execute(tx))
    await expect(
      by(
        sql`update arena.seat set ended_at = null, ended_why = null where problem_id = ${problem.id} and ended_at is not null`,
      ),
    ).rejects.toThrow('was left')
    await expect(
      by(sql`update arena.seat set is_chair = false where problem_id = ${problem.id} and is_chair`),
    ).rejects.toThrow('keeps the chair')
    await expect(
      by(sql`update arena.offer set state = 'waiting', answered_at = null where problem_id = ${problem.id}`),
    ).rejects.toThrow('has its answer')
    await expect(by(sql`delete from arena.seat where problem_id = ${problem.id}`)).rejects.toThrow('permission denied')
  })
})

describe('the political seats', () => {
  test('when the chair has left, another politician of the group is named, or a new one is offered the chair', async () => {
    await begun()
    const { dora, emil } = town.people
    const seats = await seatsOf(read(), problem.id)
    const seatOf = (account: Id<'account'> | null) => seats.find((one) => one.account === account)?.id ?? newId('seat')
    const naming = { slug: slug(), seat: seatOf(emil.account) }
    expect(await nameChair(real.at(now), dora, naming)).toEqual({ ok: false, refusal: 'chair-taken' })
    kept(await leaveGroup(real.at(now), dora, { slug: slug(), words: '' }))
    expect(await arenaWaitingFor(visitOf('dora'))).toMatchObject([
      { title: 'The group has no chair' },
      { title: '1 seat of the group is free' },
    ])
    const { alice } = town.people
    expect(await nameChair(real.at(now), dora, { slug: slug(), seat: seatOf(alice.account) })).toEqual({
      ok: false,
      refusal: 'only-politicians-chair',
    })
    kept(await nameChair(real.at(now), dora, naming))
    expect((await rolesInArena(read(), slug(), emil)).map(({ name }) => name)).toEqual(['member', 'arena-chair'])
    expect(await rolesInArena(read(), slug(), dora)).toEqual([])
    // She leads the case, and takes a political seat again.
    kept(await seat('dora'))
    expect(await sitting()).toEqual(['alice', 'bashir', 'dora', 'emil'])
    expect(await toldTo('alice')).toContain('told.chair-named')
  })

  test('of somebody who is no politician any more is freed by those who lead; of nobody else', async () => {
    await begun()
    const { dora, emil } = town.people
    const seats = await seatsOf(read(), problem.id)
    const emils = seats.find(({ account }) => account === emil.account)?.id ?? newId('seat')
    expect(await vacateSeat(real.at(now), dora, { slug: slug(), seat: emils })).toEqual({
      ok: false,
      refusal: 'still-in-office',
    })
    await real.transact(town.place.id, null, (tx) =>
      sql`update directory.membership set ends_on = '2026-11-01' where person_id = ${emil.person}`.execute(tx),
    )
    expect(textOf(await go('arena.vacancies', 'dora'))).toContain('is no politician any more')
    expect(await go('arena.vacate', 'dora', { typed: { seat: [emils] } })).toMatchObject({ kind: 'redirect' })
    expect(await sitting()).toEqual(['alice', 'bashir', 'dora'])
    expect(await toldTo('emil')).toContain('told.seat-ended')
    expect(textOf(await go('arena.people', 'klub'))).toContain(
      'no politician any more, seat free since 24 November 2026',
    )
  })

  test('clerks see who has not answered, and fill nothing', async () => {
    await choose(['alice'])
    const shown = textOf(await go('arena.vacancies', 'chen'))
    expect(shown).toContain('1 December 2026 at 23:59')
    expect(shown).not.toContain('Offer the seat to')
    expect(textOf(await go('arena.vacancies', 'emil'))).toContain('Only politicians who have taken the case up')
    const called = { slug: slug(), number: 2, reason: 'So', criteria: ['Lives nearby'] }
    expect(await callApplicant(real.at(now), town.people.chen, called)).toEqual({
      ok: false,
      refusal: 'staff-never-choose',
    })
  })
})
