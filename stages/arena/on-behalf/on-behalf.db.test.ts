import type { Address } from '@folkmoot/basics/addresses.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { accountById } from '../../../platform/identity/index.ts'
import type { Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { offersPoll } from '../acceptances/jobs.ts'
import { offerSeat } from '../acceptances/offering.ts'
import { offersOf } from '../acceptances/store.ts'
import { answerApplication } from '../application-store.ts'
import { loadArena } from '../arena.ts'
import { recordsOf } from '../by-staff/store.ts'
import { arenaRoutes } from '../routes.tsx'
import { leftSeatsOf } from '../seat-store.ts'
import { arenaWaitingFor } from '../slots.ts'
import { applicationsOf, seatsOf } from '../store.ts'
import type { TestCall } from '../testing.ts'
import { at, decideOn, now, openCall, openTown, read, real, town, writeDown } from '../testing-call.ts'
import * as commands from './commands.ts'
import * as store from './store.ts'

// Five working days after the 24th, a Tuesday: to the end of 1 December there; two more are the 3rd.
const lastDay = Temporal.Instant.from('2026-12-01T22:59:00Z')
const inGrace = Temporal.Instant.from('2026-12-03T22:59:00Z')
const afterGrace = Temporal.Instant.from('2026-12-03T23:01:00Z')

openTown()

/** Grethe asked for a seat by telephone, and a second one of staff has confirmed it. */
async function applied(): Promise<TestCall> {
  const call = await openCall()
  await decideOn(call, await writeDown(call, { phone: '12345678' }))
  return call
}

async function offered(): Promise<TestCall> {
  const call = await applied()
  await at.transact(town.place.id, null, async (tx) => {
    const [problem, [application]] = [await problemBySlug(tx, call.slug), await applicationsOf(tx, call.problem)]
    const by = town.people.dora.account
    if (!problem || !application || by === null) throw new Error('no application')
    const where = { problem, arena: await loadArena(tx, problem) }
    await answerApplication(
      tx,
      { id: application.id, problem: call.problem },
      { state: 'selected', answer: 'Lives beside it.', by, isSubstitute: false },
    )
    await offerSeat(tx, where, {
      account: application.account,
      profile: call.profile,
      gender: null,
      way: 'chosen',
      reason: 'Lives beside it.',
      criteria: ['Lives beside it'],
      madeBy: by,
    })
  })
  return call
}

const write = (call: TestCall, answer: commands.RecordAnswerInput['answer'], when = now, words = '') =>
  commands.recordAnswer(real.at(when), town.people.chen, { slug: call.slug, receipt: 1, answer, way: 'phone', words })

const decide = (call: TestCall, who: Townsperson, when = now, more: { number?: number; why?: string } = {}) =>
  commands.decideAnswer(real.at(when), town.people[who], {
    slug: call.slug,
    number: more.number ?? 1,
    why: more.why ?? null,
  })

const stateOf = async (call: TestCall) => (await offersOf(read(), call.problem)).map(({ state }) => state)

describe('yes to a seat, by telephone', () => {
  it('makes the seat hers when a second one of staff has confirmed it, and not before', async () => {
    const call = await offered()
    expect(await write(call, 'yes')).toMatchObject({ ok: true })
    expect(await stateOf(call)).toEqual(['waiting'])
    expect(await decide(call, 'chen')).toMatchObject({ refusal: 'second-person' })
    expect(await decide(call, 'gita')).toEqual({ ok: true, value: null })
    expect(await decide(call, 'gita')).toMatchObject({ refusal: 'decided-already' })
    expect(await seatsOf(read(), call.problem)).toMatchObject([{ name: 'Grethe Ås', kind: 'citizen' }])
  })

  it('written down on the last day it holds the seat two working days, and is judged by that day', async () => {
    const call = await offered()
    expect(await write(call, 'yes', lastDay)).toMatchObject({ ok: true })
    await offersPoll(real.at(inGrace), town.place.id)
    expect(await stateOf(call)).toEqual(['waiting'])
    expect(await decide(call, 'gita', inGrace)).toMatchObject({ ok: true })
    expect(await stateOf(call)).toEqual(['accepted'])
  })

  it('not confirmed in that time, the seat goes on', async () => {
    const call = await offered()
    await write(call, 'yes', lastDay)
    expect(await decide(call, 'gita', afterGrace)).toMatchObject({ refusal: 'grace-over' })
    await offersPoll(real.at(afterGrace), town.place.id)
    expect(await stateOf(call)).toEqual(['lapsed'])
    expect(await decide(call, 'gita', afterGrace)).toMatchObject({ refusal: 'seat-went-on' })
    expect(await decide(call, 'gita', afterGrace, { why: 'Too late.' })).toMatchObject({ ok: true })
  })

  it('after the last day it is not written down any more', async () => {
    const call = await offered()
    expect(await write(call, 'yes', lastDay.add({ minutes: 2 }))).toMatchObject({ refusal: 'answer-too-late' })
    await offersPoll(real.at(lastDay.add({ minutes: 2 })), town.place.id)
    expect(await stateOf(call)).toEqual(['lapsed'])
  })

  it('sent back, another answer can be written down', async () => {
    const call = await offered()
    await write(call, 'yes')
    expect(await write(call, 'no')).toMatchObject({ refusal: 'answer-waits-already' })
    expect(await decide(call, 'gita', now, { why: '' })).toMatchObject({ refusal: 'why-needed' })
    expect(await decide(call, 'gita', now, { why: 'She said no.' })).toMatchObject({ ok: true })
    expect(await write(call, 'no', now, 'I am ill.')).toMatchObject({ ok: true })
    expect(await decide(call, 'gita', now, { number: 2 })).toMatchObject({ ok: true })
    expect(await offersOf(read(), call.problem)).toMatchObject([{ state: 'declined', words: 'I am ill.' }])
  })
})

describe('leaving and taking back', () => {
  it('a seat is left with her words for those who lead', async () => {
    const call = await offered()
    await write(call, 'yes')
    await decide(call, 'gita')
    expect(await write(call, 'leave', now, 'I move away.')).toMatchObject({ ok: true })
    expect(await seatsOf(read(), call.problem)).toHaveLength(1)
    expect(await decide(call, 'gita', now, { number: 2 })).toMatchObject({ ok: true })
    expect(await seatsOf(read(), call.problem)).toEqual([])
    expect(await leftSeatsOf(read(), call.problem)).toMatchObject([{ why: 'left', words: 'I move away.' }])
  })

  it('an application that is taken back goes with all that was written down of her', async () => {
    const call = await applied()
    expect(await write(call, 'leave')).toMatchObject({ refusal: 'nothing-to-answer' })
    expect(await write(call, 'withdraw')).toMatchObject({ ok: true })
    expect(await decide(call, 'gita')).toMatchObject({ ok: true })
    const [application] = await applicationsOf(read(), call.problem)
    expect(application).toMatchObject({ state: 'withdrawn', motivation: '–' })
    expect(await recordsOf(read(), call.problem)).toMatchObject([
      { name: '', address: '', phone: '', motivation: '', isErased: true },
    ])
    if (!application) throw new Error('no application')
    expect((await accountById(read(), application.account))?.name).toBe('')
  })
})

it('leaves nothing in the public record but that something was answered', async () => {
  const call = await offered()
  await write(call, 'no', now, 'I am ill.')
  await decide(call, 'gita')
  const all = await entries(read(), { problem: call.problem })
  const own = all.filter(({ kind }) => kind.startsWith('arena.answer-'))
  expect(own.map(({ kind, public: told }) => [kind, told])).toEqual(
    expect.arrayContaining([
      ['arena.answer-written-down', {}],
      ['arena.answer-confirmed', {}],
    ]),
  )
  expect(JSON.stringify(all)).not.toMatch(/Grethe|Havnegade|12345678|I am ill/)
})

function go(address: Address, as: Townsperson, call: TestCall, form: Readonly<Record<string, string>> = {}) {
  const params = { problem: call.slug, number: 1 }
  return answerAt(
    arenaRoutes,
    address,
    visitIn(at, town.place, { at: now, as: town.people[as], params, typed: typed(form) }),
  )
}

describe('the pages', () => {
  it('ask what is said, keep what was typed, and show what waits to the other one', async () => {
    const call = await offered()
    const asked = textOf(await go('arena.recording-answer', 'chen', call))
    expect(asked).toContain('Grethe Ås, receipt 1')
    expect(asked).toContain('Yes, takes the seat')
    expect(asked).not.toContain('Leaves the seat')
    const half = textOf(await go('arena.record-answer', 'chen', call, { way: 'phone', words: 'Because.' }))
    expect(half).toContain('Because.')
    expect(await go('arena.record-answer', 'chen', call, { way: 'phone', answer: 'yes' })).toMatchObject({
      kind: 'redirect',
    })
    expect(textOf(await go('arena.staff-records', 'chen', call))).toContain('Ask a colleague to confirm it')
    expect(textOf(await go('arena.staff-records', 'gita', call))).toContain('Confirm it by')
    expect(textOf(await go('arena.vacancies', 'gita', call))).toContain('Staff have written an answer down')
    expect(await go('arena.decide-answer', 'chen', call, { answer: 'confirm' })).toMatchObject({ status: 403 })
    expect(textOf(await go('arena.decide-answer', 'gita', call, { answer: 'return' }))).toContain('Say what has to be')
    expect(await go('arena.decide-answer', 'gita', call, { answer: 'confirm' })).toMatchObject({ kind: 'redirect' })
    expect(textOf(await go('arena.recording-answer', 'chen', call))).toContain('Leaves the seat')
  })

  it('the bench says what a colleague wrote down, with the day, and not what one wrote oneself', async () => {
    const call = await offered()
    await write(call, 'yes')
    const benchOf = (who: Townsperson) => arenaWaitingFor(visitIn(at, town.place, { at: now, as: town.people[who] }))
    const isHere = ({ act }: { readonly act: { readonly href: string } }) =>
      act.href.endsWith(`${call.slug}/people/by-staff`)
    expect((await benchOf('gita')).filter(isHere)).toMatchObject([
      { due: Temporal.Instant.from('2026-12-03T22:59:59.999Z') },
    ])
    expect((await benchOf('chen')).filter(isHere)).toEqual([])
    expect((await benchOf('alice')).filter(isHere)).toEqual([])
  })
})

describe('the last guards', () => {
  it('nobody confirms her own, nothing is confirmed that did not happen, and what is written stays', async () => {
    const call = await offered()
    await write(call, 'yes')
    const change = (set: ReturnType<typeof sql>) =>
      real.transact(town.place.id, null, (tx) =>
        sql`update arena.staff_answer set ${set} where problem_id = ${call.problem}`.execute(tx),
      )
    await expect(
      change(sql`state = 'returned', why = 'x', decided_by = recorded_by, decided_at = now()`),
    ).rejects.toThrow(/check/)
    const other = town.people.gita.account
    await expect(change(sql`state = 'confirmed', decided_by = ${other}, decided_at = now()`)).rejects.toThrow(
      /did not happen/,
    )
    await expect(change(sql`words = 'other'`)).rejects.toThrow(/check|stays as it was/)
  })

  it('nothing is written down about an offer that is not hers, or after its day', async () => {
    const call = await offered()
    const late = real.at(lastDay.add({ hours: 1 }))
    const by = town.people.chen.account
    if (by === null) throw new Error('chen has an account')
    const answer = { number: 1, receipt: 1, answer: 'yes', offer: 1, seat: null, way: 'phone', words: '', by } as const
    await expect(late.transact(town.place.id, null, (tx) => store.putAnswer(tx, call.problem, answer))).rejects.toThrow(
      /nothing of receipt 1 waits/,
    )
    await expect(
      at.transact(town.place.id, null, (tx) => store.putAnswer(tx, call.problem, { ...answer, offer: 2 })),
    ).rejects.toThrow(/nothing of receipt 1 waits/)
  })
})
