import type { Address } from '@folkmoot/basics/addresses.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../platform/http/index.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { accountById } from '../../../platform/identity/index.ts'
import type { Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { codeOf } from '../letters/codes.ts'
import * as letters from '../letters/commands.ts'
import { accountsByLetter } from '../letters/answers-store.ts'
import { arenaRoutes } from '../routes.tsx'
import { applicationsOf } from '../store.ts'
import type { TestCall } from '../testing.ts'
import { at, closesAt, now, openCall, openTown, real, said, town } from '../testing-call.ts'
import * as commands from './commands.ts'
import * as store from './store.ts'

openTown()

async function recorded(more: Partial<commands.RecordInput> = {}): Promise<TestCall> {
  const call = await openCall()
  expect(await commands.recordApplication(at, town.people.chen, said(call, more))).toMatchObject({
    value: { number: 1 },
  })
  return call
}

const decide = (call: TestCall, who: Townsperson, why: string | null = null, database = at) =>
  commands.decideRecord(database, town.people[who], { slug: call.slug, number: 1, why })

function go(address: Address, as: Townsperson, call: TestCall, form: Readonly<Record<string, string>> = {}) {
  const params = { problem: call.slug, number: 1 }
  const reply: Promise<Reply> | Reply = answerAt(
    arenaRoutes,
    address,
    visitIn(at, town.place, { at: now, as: town.people[as], params, typed: typed(form) }),
  )
  return reply
}

describe('an application by telephone', () => {
  it('counts when a second one of staff has confirmed it, and not before', async () => {
    const call = await recorded()
    const read = real.read(town.place.id)
    expect(await applicationsOf(read, call.problem)).toEqual([])
    expect(await decide(call, 'chen')).toMatchObject({ refusal: 'second-person' })
    expect(await decide(call, 'gita')).toEqual({ ok: true, value: null })
    expect(await decide(call, 'gita')).toMatchObject({ refusal: 'decided-already' })
    const [application] = await applicationsOf(read, call.problem)
    expect(application).toMatchObject({ motivation: 'I walk there every evening.', gender: 'woman', state: 'waiting' })
    if (!application) throw new Error('no application')
    const account = await accountById(read, application.account)
    expect(account).toMatchObject({ name: 'Grethe Ås', language: 'da', mailFrequency: 'never' })
    // No mail can ever go there.
    expect(account?.email).toMatch(/@paper\.invalid$/)
    expect(await store.heldAccountsIn(read, call.problem)).toEqual(new Set([application.account]))
    expect(textOf(await go('arena.applications', 'gita', call))).toContain('By staff on behalf of')
  })

  it('is sent back with a reason, and can then be written down anew', async () => {
    const call = await recorded()
    expect(await commands.recordApplication(at, town.people.chen, said(call, { name: 'grethe  ås' }))).toMatchObject({
      refusal: 'recorded-already',
    })
    expect(await decide(call, 'gita', '')).toMatchObject({ refusal: 'why-needed' })
    expect(await decide(call, 'gita', 'The house number is missing.')).toMatchObject({ ok: true })
    expect(await commands.recordApplication(at, town.people.chen, said(call))).toMatchObject({ value: { number: 2 } })
  })

  it('written down in time it counts, also when the second one comes after the call has closed', async () => {
    const call = await recorded()
    const late = real.at(closesAt.add({ hours: 20 }))
    expect(await commands.recordApplication(late, town.people.chen, said(call, { name: 'Ove' }))).toMatchObject({
      refusal: 'call-closed',
    })
    expect(await decide(call, 'gita', null, late)).toMatchObject({ ok: true })
  })

  it('uses up the letter whose code was read out', async () => {
    const call = await openCall()
    const addresses = [1, 2, 3].map((number) => ({
      name: '',
      lines: [`Vej ${number}`],
      postcode: '5700',
      town: '',
      household: null,
      values: [],
    }))
    await letters.listAddresses(at, town.people.chen, { slug: call.slug, list: { features: [], addresses } })
    await letters.drawLetters(at, town.people.chen, { slug: call.slug, letters: 2, strataBy: [], expected: {} })
    const { rows } = await sql<{ key: Buffer }>`
      select code_key as key from arena.letter_round where problem_id = ${call.problem}`.execute(
      real.read(town.place.id),
    )
    const [key] = rows.map((row) => row.key)
    if (!key) throw new Error('no key')
    const code = codeOf(key, 1)
    expect(await commands.recordApplication(at, town.people.chen, said(call, { code: 'wrong' }))).toMatchObject({
      refusal: 'no-such-letter',
    })
    expect(await commands.recordApplication(at, town.people.chen, said(call, { code }))).toMatchObject({ ok: true })
    expect(await decide(call, 'gita')).toMatchObject({ ok: true })
    expect(await accountsByLetter(real.read(town.place.id), call.problem)).toHaveLength(1)
    const again = said(call, { code, name: 'Ove' })
    expect(await commands.recordApplication(at, town.people.chen, again)).toMatchObject({ refusal: 'letter-answered' })
  })

  it('abuse 69: leaves no name, address or number in the public record', async () => {
    const call = await recorded({ phone: '12345678' })
    await decide(call, 'gita')
    const all = await entries(real.read(town.place.id), { problem: call.problem })
    expect(all.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['arena.written-down', 'arena.applied']))
    expect(JSON.stringify(all)).not.toMatch(/Grethe|Havnegade|12345678/)
  })
})

describe('the pages', () => {
  it('read the questions, keep what was typed, and say what is missing', async () => {
    const call = await openCall()
    const form = { way: 'desk', name: 'Ove', motivation: 'Because.', profile: call.profile, language: 'da' }
    const html = textOf(await go('arena.record-application', 'chen', call, form))
    expect(html).toContain('Because.')
    expect(html).toContain('value="Ove"')
    const nothing = textOf(await go('arena.record-application', 'chen', call, {}))
    // A seat is chosen: “Fill in this field” told nobody how.
    expect(nothing).toMatch(/href="#[^"]*profile"[^>]*>Choose one/)
    const whole = { ...form, tie: 'Here', agreed: 'yes', gender: 'none' }
    expect(textOf(await go('arena.record-application', 'chen', call, whole))).toContain(
      'Write an address or a telephone number',
    )
    expect(await go('arena.record-application', 'chen', call, { ...whole, phone: '12 34 56 78' })).toMatchObject({
      kind: 'redirect',
      done: { text: 'It is written down. Receipt 1.' },
    })
    expect(textOf(await go('arena.staff-records', 'chen', call))).toContain('Ask a colleague to confirm it')
    expect(textOf(await go('arena.staff-records', 'gita', call))).toContain('Confirm: it counts')
    expect(await go('arena.decide-record', 'chen', call, { answer: 'confirm' })).toMatchObject({ status: 403 })
    expect(textOf(await go('arena.decide-record', 'gita', call, { answer: 'return' }))).toContain('Say what has to be')
    expect(await go('arena.decide-record', 'gita', call, { answer: 'confirm' })).toMatchObject({ kind: 'redirect' })
  })
})

describe('the last guards', () => {
  it('nobody confirms her own record, and what was written down stays', async () => {
    const call = await recorded()
    const change = (statement: ReturnType<typeof sql>) =>
      real.transact(town.place.id, null, async (tx) => statement.execute(tx))
    await expect(
      change(sql`
        update arena.staff_record set state = 'returned', why = 'x', decided_by = recorded_by, decided_at = now()
        where problem_id = ${call.problem}`),
    ).rejects.toThrow(/check/)
    await expect(
      change(sql`update arena.staff_record set motivation = 'other' where problem_id = ${call.problem}`),
    ).rejects.toThrow(/stays as it was written down/)
  })
})
