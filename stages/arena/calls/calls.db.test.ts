import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { answerOffer } from '../acceptances/answering.ts'
import { applyForSeat } from '../commands.ts'
import { answerApplications, callApplicant } from '../selecting.ts'
import { drawAgain } from '../lottery/replacing.ts'
import { newResident, tellFeatures, waitingCase, type LotteryCase } from '../lottery/testing.ts'
import {
  database,
  go,
  later,
  openTown,
  read,
  tellings,
  town,
  withLimits,
  work,
  write,
  writeAgain,
} from '../lottery/testing-draw.ts'
import { entriesOf } from '../lottery/pool-store.ts'
import { limitsOf, lotteryOf } from '../lottery/store.ts'
import { arenaRoutes } from '../routes.tsx'
import { offersOf } from '../acceptances/store.ts'
import { applicationsOf } from '../store.ts'
import { foundCall, type TestCall } from '../testing.ts'

openTown()

const closesAt = Temporal.Instant.from('2026-11-20T23:00:00Z')
const open = closesAt.subtract({ hours: 24 * 7 })
const closed = closesAt.add({ hours: 24 })
const again = '2026-12-10'
const reopened = Temporal.Instant.from('2026-12-01T09:00:00Z')
const closedAgain = Temporal.Instant.from('2026-12-11T09:00:00Z')

const people = (slug: string, as: Actor | undefined, at: Temporal.Instant) =>
  answerAt(
    arenaRoutes,
    'arena.people',
    visitIn(database, town.place, { ...(as && { as }), at, params: { problem: slug } }),
  )
const callAgain = (slug: string, as: Actor, { at = closed, until = again } = {}) =>
  answerAt(
    arenaRoutes,
    'arena.call-again',
    visitIn(database, town.place, { as, at, params: { problem: slug }, typed: typed({ 'until-again': until }) }),
  )

describe('when everybody who asked for a seat by choice has said no', () => {
  const apply = ({ slug, profile }: Pick<TestCall, 'slug' | 'profile'>, as: Actor, at: Temporal.Instant) =>
    applyForSeat(database.at(at), as, { slug, profile, motivation: 'I walk there.', tie: 'Here', gender: null })

  it('those who lead open the call again for the seat, in public, and somebody new takes it', async () => {
    const { problem, people: residents } = await waitingCase(database, town, {
      seats: 1,
      tellings: [{}],
      profiles: [{ name: 'Resident', chosen: 1, drawn: 0 }],
    })
    const { slug } = problem
    const [alice] = residents
    const [asked] = await applicationsOf(read(), problem.id)
    if (!alice || !asked) throw new Error('one waits')
    const call = { slug, profile: asked.profile }
    const { bashir, chen, dora } = town.people
    const choice = {
      number: 1,
      isSelected: true,
      reason: 'Lives there.',
      criteria: ['Lives beside it'],
      isSubstitute: false,
    }
    expect(textOf(await callAgain(slug, dora))).toContain('still somebody you can ask')
    expect(await answerApplications(database.at(closed), dora, { slug, choices: [choice] })).toMatchObject({ ok: true })
    expect(await answerOffer(database.at(closed), alice, { slug, isYes: false, words: '' })).toMatchObject({ ok: true })

    expect(await callAgain(slug, chen)).toMatchObject({ kind: 'refused', status: 403 })
    expect(textOf(await people(slug, chen, closed))).not.toContain('Open the call again')
    expect(textOf(await people(slug, dora, closed))).toContain('Resident: 1 free seat, nobody left to ask')
    expect(await callAgain(slug, dora, { until: '2027-06-01' })).toMatchObject({ kind: 'page', status: 422 })
    expect(await callAgain(slug, dora)).toMatchObject({ kind: 'redirect' })
    expect(textOf(await people(slug, undefined, reopened))).toContain(
      'The call is open again, for seats nobody took: Resident.',
    )
    const facts = await entries(read(), { problem: problem.id, limit: 100 })
    expect(facts.find(({ kind }) => kind === 'arena.call-opened-again')?.public).toMatchObject({
      number: 1,
      seats: [{ profile: 'Resident', free: 1 }],
    })

    // Who said no has had her answer; who is new asks, is chosen and sits.
    expect(await apply(call, alice, reopened)).toEqual({ ok: false, refusal: 'applied-already' })
    expect(await apply(call, bashir, reopened)).toMatchObject({ ok: true })
    const second = { ...choice, number: 2 }
    expect(await answerApplications(database.at(closedAgain), dora, { slug, choices: [second] })).toMatchObject({
      ok: true,
    })
    expect(await answerOffer(database.at(closedAgain), bashir, { slug, isYes: true, words: '' })).toMatchObject({
      ok: true,
    })
    expect(await callApplicant(database.at(closedAgain), dora, { slug, ...second })).toMatchObject({ ok: false })
    expect(textOf(await people(slug, dora, closedAgain))).not.toContain('Open the call again')
  })

  it('the day is moved by nothing else, and by nobody past our rules', async () => {
    const { problem } = await foundCall(database.at(open), town, closesAt)
    const change = (statement: ReturnType<typeof sql>) =>
      database.at(closed).transact(town.place.id, null, (tx) => statement.execute(tx))
    await expect(
      change(sql`update arena.open_call set closes_at = ${closedAgain} where problem_id = ${problem}`),
    ).rejects.toThrow('closes when it was said to')
    const opening = (at: Temporal.Instant, until: Temporal.Instant) =>
      change(sql`
        insert into arena.call_again (jurisdiction_id, problem_id, number, profiles, opened_by, opened_at, closes_at)
        select ${town.place.id}, ${problem}, 1, array[gen_random_uuid()], ${town.people.dora.account}, ${at}, ${until}`)
    await expect(opening(open, closedAgain)).rejects.toThrow('cannot open again now')
    await expect(opening(closed, closesAt.add({ hours: 24 * 90 }))).rejects.toThrow('before what people told is erased')
  })
})

describe('when fewer can be drawn than seats are free', () => {
  it('the call opens again, and the seats are drawn by what the limits leave among those who waited and those who came', async () => {
    const of = await withLimits(undefined, tellings.slice(0, 12))
    const { chen, dora, gita } = town.people
    const { slug, id } = of.problem
    await go(of, 'arena.lock-lottery-list', { as: chen })
    await go(of, 'arena.make-lottery-panels', { as: chen })
    await work(of)
    await write(of, chen, '123')
    await writeAgain(of, gita, '123')
    const answering = later(of.closedAt, 240)
    for (const [at, { account }] of (await offersOf(read(), id)).entries())
      await answer(of, account, { isYes: at >= 4, at: answering })
    // Four said no, and two are left in the list.
    const after = later(of.closedAt, 300)
    expect(await drawAgain(database.at(after), chen, slug)).toEqual({ ok: false, refusal: 'too-few-applied' })
    expect(textOf(await people(slug, dora, after))).toContain('Resident: 4 free seats, 2 people left to ask')
    expect(await callAgain(slug, dora, { at: after })).toMatchObject({ kind: 'redirect' })
    const newcomers = await Promise.all(Array.from({ length: 16 }, (_, at) => join(of, at)))
    expect(await drawAgain(database.at(reopened), chen, slug)).toEqual({ ok: false, refusal: 'call-still-open' })

    expect(await drawAgain(database.at(closedAgain), chen, slug)).toMatchObject({ ok: true, value: { seats: 4 } })
    expect(await lotteryOf(read(), id)).toMatchObject({ number: 2, step: 'pool', replaces: 1 })
    const next = { problem: id, lottery: 2 }
    const list = (await entriesOf(read(), next)).map(({ account }) => account)
    expect(list).toHaveLength(2 + newcomers.length)
    for (const { account } of newcomers) expect(list).toContain(account)
    const [limits] = await limitsOf(read(), next)
    const [first] = await limitsOf(read(), { problem: id, lottery: 1 })
    expect(limits?.seats).toBe(4)
    const sitting = (await offersOf(read(), id))
      .filter(({ state }) => state === 'accepted')
      .map(({ account }) => account)
    const before = await entriesOf(read(), { problem: id, lottery: 1 })
    for (const [at, { values }] of (limits?.features ?? []).entries()) {
      for (const { key, max } of values) {
        const sit = before.filter((one) => one.account && sitting.includes(one.account) && one.values?.[at] === key)
        const whole = first?.features[at]?.values.find((value) => value.key === key)?.max ?? 0
        expect(max).toBe(Math.max(0, whole - sit.length))
      }
    }

    // Drawn and taken, everybody has a place: who came later is counted among those who sit.
    await go(of, 'arena.make-lottery-panels', { as: chen, at: closedAgain })
    await work(of, 1, undefined, { lottery: 2, at: later(closedAgain, 10) })
    await write(of, chen, '456', { at: later(closedAgain, 240), day: '2026-12-11' })
    await writeAgain(of, gita, '456', later(closedAgain, 250))
    for (const { account, state } of await offersOf(read(), id))
      if (state === 'waiting') await answer(of, account, { isYes: true, at: later(closedAgain, 300) })
    expect((await offersOf(read(), id)).filter(({ state }) => state === 'accepted')).toHaveLength(10)
    const end = later(closedAgain, 360)
    expect(await drawAgain(database.at(end), chen, slug)).toEqual({ ok: false, refusal: 'no-seat-free' })
    expect(textOf(await people(slug, dora, end))).not.toContain('Open the call again')
  })

  async function join(of: LotteryCase, at: number): Promise<Actor> {
    const { slug, id } = of.problem
    const then = database.at(reopened)
    const resident = await newResident(then, town, `${slug}-new-${at}@example.org`)
    await tellFeatures(then, resident, [
      [of.gender, at % 2],
      [of.age, at % 3 === 0 ? 0 : 1],
    ])
    const [one] = await applicationsOf(read(), id)
    if (!one) throw new Error('people asked for seats before')
    const words = { profile: one.profile, motivation: 'I heard of it now.', tie: 'I live here.', gender: null }
    expect(await applyForSeat(then, resident, { slug, ...words })).toMatchObject({ ok: true })
    return resident
  }

  async function answer(
    of: LotteryCase,
    account: Actor['account'],
    { isYes, at }: { readonly isYes: boolean; readonly at: Temporal.Instant },
  ): Promise<void> {
    const [someone] = of.people
    if (!someone) throw new Error('people wait')
    const said = { slug: of.problem.slug, isYes, words: '' }
    expect(await answerOffer(database.at(at), { ...someone, account }, said)).toMatchObject({ ok: true })
  }
})
