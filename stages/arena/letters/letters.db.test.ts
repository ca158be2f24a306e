import { createHash } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { statementsDuring, testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { emptyForm, type Reply } from '../../../platform/http/index.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { ensureAccount, introduce } from '../../../platform/identity/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { arenaRoutes } from '../routes.tsx'
import { foundCall, type TestCall } from '../testing.ts'
import * as answersStore from './answers-store.ts'
import * as answers from './answers-commands.ts'
import { codeOf } from './codes.ts'
import * as commands from './commands.ts'
import { printJob } from './jobs.ts'
import { readLettersFile, readLettersRows } from './letters-file.ts'
import type { AddressList } from './list.ts'
import { publishedLetters } from './published.ts'
import * as store from './store.ts'
import { verifyLetters } from './verifying.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const closesAt = now.add({ hours: 24 * 14 })
const timeZone = 'Europe/Copenhagen'

let home: TestDatabase
let real: Database
let at: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  at = real.at(now)
  town = await foundTown(real)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const age = {
  id: newId('feature'),
  name: 'Age',
  values: [
    { id: newId('feature-value'), name: 'young' },
    { id: newId('feature-value'), name: 'old' },
  ],
}
const [young = '', old = ''] = age.values.map(({ id }) => id)

function listOf(count: number): AddressList {
  const addresses = Array.from({ length: count }, (_, i) => ({
    name: `Resident ${i}`,
    lines: [`Søvej ${i}`],
    postcode: '5700',
    town: 'Testhavn',
    household: i % 10 === 0 ? 'h1' : null,
    values: [i % 4 === 0 ? young : old],
  }))
  return { features: [age], addresses }
}

async function drawn(letters = 8, count = 40): Promise<TestCall> {
  const call = await foundCall(at, town, closesAt)
  const clerk = town.people.chen
  expect(await commands.listAddresses(at, clerk, { slug: call.slug, list: listOf(count) })).toMatchObject({ ok: true })
  const draw = { slug: call.slug, letters, strataBy: [age.id], expected: {} }
  expect(await commands.drawLetters(at, clerk, draw)).toMatchObject({ ok: true, value: { round: 1 } })
  return call
}

/** What is printed in a letter: until the run is confirmed the database can say. */
async function codesOf({ problem }: TestCall): Promise<readonly string[]> {
  const { rows } = await sql<{ key: Buffer; number: number }>`
    select r.code_key as key, l.number from arena.letter l
    join arena.letter_round r using (jurisdiction_id, problem_id, round)
    where l.problem_id = ${problem} order by l.number`.execute(real.read(town.place.id))
  return rows.map(({ key, number }) => codeOf(key, number))
}

async function opened(
  code: string,
  actor: Actor = { ...town.people.alice, account: null, roles: [] },
): Promise<Buffer> {
  const result = await answers.openLetter(at, actor, { typed: code, client: null })
  if (!result.ok || result.value.kind !== 'opened') throw new Error('the letter does not open')
  return createHash('sha256').update(result.value.token).digest()
}

async function resident(): Promise<Actor> {
  const account = await real.transact(town.place.id, null, async (tx) => {
    const id = await ensureAccount(tx, `${newId('vote')}@example.org`, 'en')
    await introduce(tx, id, {
      name: 'Nia',
      language: 'en',
      tie: 'lives-here',
      tieWords: '',
      organisation: null,
      interest: '',
    })
    return id
  })
  return { ...town.people.alice, account }
}

function go(
  address: Address,
  as: Actor | undefined,
  going: Parameters<typeof visitIn>[2] = {},
): Promise<Reply> | Reply {
  return answerAt(arenaRoutes, address, visitIn(at, town.place, { at: now, ...going, ...(as && { as }) }))
}

describe('the draw', () => {
  it('spreads the letters, writes to one of a household, and comes out the same again', async () => {
    const call = await drawn()
    const read = real.read(town.place.id)
    const [round] = await store.roundsOf(read, call.problem)
    if (!round) throw new Error('no round')
    expect(round.letters).toBe(8)
    expect(await commands.drawnAgain(read, call.problem, round)).toBe(true)
    expect(await commands.drawnAgain(read, call.problem, { ...round, seed: 'another' })).toBe(false)
    const addresses = await store.addressesOf(read, call.problem)
    const letters = await store.drawnIn(read, call.problem)
    const got = letters.map(({ address }) => addresses.find(({ number }) => number === address))
    expect(got.filter((one) => one?.values[0] === young)).toHaveLength(2)
    expect(got.filter((one) => one?.household === 'h1').length).toBeLessThanOrEqual(1)
  })

  it('says in the public record how it came about, and no name or address', async () => {
    const call = await drawn()
    const all = await entries(real.read(town.place.id), { problem: call.problem })
    const [listed, letters] = ['arena.addresses-listed', 'arena.letters-drawn'].map((kind) =>
      all.find((entry) => entry.kind === kind),
    )
    expect(listed?.public).toMatchObject({ addresses: 40, features: ['Age'] })
    expect(letters?.public).toMatchObject({ round: 1, letters: 8, strataBy: [age.id] })
    expect(JSON.stringify(all.map((entry) => entry.public))).not.toMatch(/Resident|Søvej|5700/)
  })

  it('goes on after the print run, to people who have no letter yet', async () => {
    const call = await drawn()
    const draw = { slug: call.slug, letters: 20, strataBy: [], expected: {} }
    expect(await commands.drawLetters(at, town.people.chen, draw)).toMatchObject({ refusal: 'print-first' })
    await print(call)
    expect(await commands.confirmPrinted(at, town.people.chen, { slug: call.slug, round: 1 })).toMatchObject({
      ok: true,
    })
    expect(await commands.drawLetters(at, town.people.chen, draw)).toMatchObject({ ok: true, value: { round: 2 } })
    const letters = await store.drawnIn(real.read(town.place.id), call.problem)
    expect(new Set(letters.map(({ address }) => address)).size).toBe(28)
    const [, second] = await store.roundsOf(real.read(town.place.id), call.problem)
    expect(second && (await commands.drawnAgain(real.read(town.place.id), call.problem, second))).toBe(true)
  })

  it('is refused where households leave fewer than asked for, and nothing is kept', async () => {
    const call = await foundCall(at, town, closesAt)
    await commands.listAddresses(at, town.people.chen, { slug: call.slug, list: listOf(40) })
    const draw = { slug: call.slug, letters: 38, strataBy: [], expected: {} }
    expect(await commands.drawLetters(at, town.people.chen, draw)).toMatchObject({ refusal: 'more-than-listed' })
    expect(await store.roundsOf(real.read(town.place.id), call.problem)).toEqual([])
  })
})

async function print(call: TestCall): Promise<void> {
  const job = printJob({ origin: () => 'https://folkmoot.example' })
  await job(at, { jurisdiction: town.place.id, problem: call.problem, round: 1 })
}

describe('what is published', () => {
  it('lets a stranger check the draw without a line of the list, and an auditor with it', async () => {
    const call = await drawn(20, 120)
    const params = { problem: call.slug }
    const data = textOf(await go('arena.letters-data', undefined, { params }))
    expect(data).not.toMatch(/Resident|Søvej|5700/)
    const file = readLettersFile(data)
    const rows = readLettersRows(textOf(await go('arena.letters-rows', town.people.chen, { params })))
    if (!file.ok || !rows.ok) throw new Error('the files are read back')
    expect(verifyLetters(file.value, undefined).map(({ is }) => is)).toEqual([true, true, true, null, null, null])
    expect(verifyLetters(file.value, rows.value).map(({ is }) => is)).toEqual([true, true, true, true, true, true])
    const all = await entries(real.read(town.place.id), { problem: call.problem })
    const listed = all.find(({ kind }) => kind === 'arena.addresses-listed')
    expect(listed?.public).toMatchObject({ hash: file.value.list.hash })
  })

  // A bug once: each request drew the letters again, which at 50,000 addresses kept a core busy for a fifth of a second.
  it('is drawn again once, however many ask at once, and anew after another round', async () => {
    const call = await drawn(20, 120)
    const read = real.read(town.place.id)
    const asked = () => publishedLetters(read, call.problem)
    const first = await Promise.all([asked(), asked(), asked()])
    // The list and its rounds; no address.
    expect(await statementsDuring(asked)).toBeLessThanOrEqual(3)
    expect(await asked()).toEqual(first[0])
    await print(call)
    await go('arena.letters-printed', town.people.chen, { params: { problem: call.slug, number: 1 } })
    const more = { slug: call.slug, letters: 10, strataBy: [], expected: {} }
    expect(await commands.drawLetters(at, town.people.chen, more)).toMatchObject({ ok: true })
    expect((await asked())?.rounds.map(({ strata }) => strata?.length)).toEqual([2, 1])
  })

  it('is nothing before letters are drawn', async () => {
    const call = await foundCall(at, town, closesAt)
    const params = { problem: call.slug }
    expect(await go('arena.letters-data', undefined, { params })).toEqual({ kind: 'not-found' })
    expect(await go('arena.letters-rows', town.people.chen, { params })).toEqual({ kind: 'not-found' })
  })
})

describe('the print run', () => {
  it('is made once, however often the job runs; confirmed, its codes are nowhere any more', async () => {
    const call = await drawn()
    await print(call)
    await print(call)
    const [round] = await store.roundsOf(real.read(town.place.id), call.problem)
    expect(round?.parts).toEqual([{ part: 1, letters: 8 }])
    const params = { problem: call.slug, number: 1, part: 1 }
    const pdf = await go('arena.letters-part', town.people.chen, { params })
    expect(pdf).toMatchObject({ kind: 'file', mediaType: 'application/pdf', isPrivate: true })
    const [code = ''] = await codesOf(call)
    const table = textOf(await go('arena.letters-table', town.people.chen, { params }))
    expect(table).toContain(`/letter#${code}`)
    await go('arena.letters-printed', town.people.chen, { params })
    for (const address of ['arena.letters-part', 'arena.letters-table'] as const)
      expect(await go(address, town.people.chen, { params })).toEqual({ kind: 'not-found' })
    const { rows } = await sql`select code_key from arena.letter_round where problem_id = ${call.problem}`.execute(
      real.read(town.place.id),
    )
    expect(rows).toEqual([{ code_key: null }])
    // The letter still opens: its hash is kept.
    expect(await opened(code)).toHaveLength(32)
    await print(call)
    expect((await store.roundsOf(real.read(town.place.id), call.problem))[0]?.parts).toEqual([])
  })

  it('an unfinished run cannot be confirmed', async () => {
    const call = await drawn()
    expect(await commands.confirmPrinted(at, town.people.chen, { slug: call.slug, round: 1 })).toMatchObject({
      refusal: 'not-made-yet',
    })
  })
})

describe('an answer', () => {
  it('yes makes the letter hers; the code opens nothing more, and nobody sees whose it was', async () => {
    const call = await drawn()
    const [code = ''] = await codesOf(call)
    const nia = await resident()
    const token = await opened(code)
    expect(await answers.acceptLetter(at, { ...nia, account: null }, { token, timeZone })).toMatchObject({
      refusal: 'sign-in-first',
    })
    expect(await answers.acceptLetter(at, nia, { token, timeZone })).toEqual({ ok: true, value: { slug: call.slug } })
    expect(await answers.acceptLetter(at, nia, { token, timeZone })).toMatchObject({ refusal: 'answered-already' })
    expect(await answers.openLetter(at, nia, { typed: code, client: null })).toMatchObject({
      value: { kind: 'wrong', why: 'answered-already' },
    })
    expect(await answersStore.accountsByLetter(real.read(town.place.id), call.problem)).toEqual(new Set([nia.account]))
    const all = await entries(real.read(town.place.id), { problem: call.problem })
    expect(all.find(({ kind }) => kind === 'arena.letter-answered')?.public).toEqual({})
  })

  it('one person says yes with one letter', async () => {
    const call = await drawn()
    const [one = '', other = ''] = await codesOf(call)
    const nia = await resident()
    const tokens = [await opened(one), await opened(other)] as const
    expect(await answers.acceptLetter(at, nia, { token: tokens[0], timeZone })).toMatchObject({ ok: true })
    expect(await answers.acceptLetter(at, nia, { token: tokens[1], timeZone })).toMatchObject({
      refusal: 'one-letter-only',
    })
  })

  it('of two answers at once the second finds the first', async () => {
    const call = await drawn()
    const [code = ''] = await codesOf(call)
    const nia = await resident()
    const token = await opened(code)
    const both = await Promise.all([
      answers.acceptLetter(at, nia, { token, timeZone }),
      answers.declineLetter(at, { ...nia, account: null }, { token, timeZone, reason: '' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('no needs no name, and its reason is the clerk’s to read', async () => {
    const call = await drawn()
    const [code = ''] = await codesOf(call)
    const token = await opened(code)
    await answers.declineLetter(
      at,
      { ...town.people.alice, account: null },
      { token, timeZone, reason: 'I work nights.' },
    )
    await print(call)
    await commands.confirmPrinted(at, town.people.chen, { slug: call.slug, round: 1 })
    const html = textOf(await go('arena.letters', town.people.chen, { params: { problem: call.slug } }))
    expect(html).toContain('I work nights.')
    expect(html).toContain('few')
  })

  it('comes too late when the call is closed', async () => {
    const call = await drawn()
    const [code = ''] = await codesOf(call)
    const late = real.at(closesAt)
    const result = await answers.openLetter(late, town.people.alice, { typed: code, client: null })
    expect(result).toMatchObject({ value: { kind: 'wrong', why: 'call-closed' } })
  })

  it('thirty wrong codes from one line are enough, and a slip is not counted', async () => {
    await drawn()
    const client = createHash('sha256').update(newId('vote')).digest()
    const key = new Uint8Array(32)
    const tryOne = (typedCode: string) => answers.openLetter(at, town.people.alice, { typed: typedCode, client })
    for (let i = 0; i < 40; i += 1) expect(await tryOne('nonsense')).toMatchObject({ value: { why: 'slip' } })
    // A clock that stands still would count one try a moment.
    for (let i = 0; i < 30; i += 1) {
      const moment = real.at(now.add({ milliseconds: i }))
      expect(await answers.openLetter(moment, town.people.alice, { typed: codeOf(key, i), client })).toMatchObject({
        value: { why: 'no-such-letter' },
      })
    }
    const after = real.at(now.add({ seconds: 1 }))
    expect(await answers.openLetter(after, town.people.alice, { typed: codeOf(key, 1), client })).toMatchObject({
      value: { kind: 'too-many' },
    })
  })
})

describe('the pages', () => {
  it('ask for the code and say what is wrong with it', async () => {
    const html = textOf(await go('arena.open-letter', undefined, { typed: typed({ code: 'ABC' }) }))
    expect(html).toContain('A letter or a digit is wrong')
    expect(html).toContain('value="ABC"')
  })

  it('set a cookie for the code, which is in no address', async () => {
    const call = await drawn()
    const [code = ''] = await codesOf(call)
    const reply = await go('arena.open-letter', undefined, { typed: typed({ code: code.toLowerCase() }) })
    expect(reply).toMatchObject({ kind: 'redirect', to: `/en/${town.place.slug}/letter` })
    expect(JSON.stringify(reply)).not.toContain(code)
  })

  it('a list with faults comes back with row and column, and nothing is saved', async () => {
    const call = await foundCall(at, town, closesAt)
    const whole = visitIn(at, town.place, { at: now, as: town.people.chen, params: { problem: call.slug } })
    const list = new File(['address,postcode\nVej 1,5700\nVej 2,'], 'list.csv')
    const reply = await answerAt(arenaRoutes, 'arena.list-addresses', {
      ...whole,
      form: { ...emptyForm, files: { list } },
    })
    expect(textOf(reply)).toContain('Row 3, column “postcode”: this may not be empty.')
    expect(await store.listOf(real.read(town.place.id), call.problem)).toBeUndefined()
  })

  it('a form that is half filled in says where', async () => {
    const call = await foundCall(at, town, closesAt)
    await commands.listAddresses(at, town.people.chen, { slug: call.slug, list: listOf(40) })
    const params = { problem: call.slug }
    const form = { letters: 'many', [`expected-${young}`]: '20' }
    const html = textOf(await go('arena.draw-letters', town.people.chen, { params, typed: typed(form) }))
    expect(html).toContain('Spread the letters by the feature you fill in here.')
    expect(html).toContain('value="many"')
    const good = { letters: '10', strata: age.id, [`expected-${young}`]: '20', [`expected-${old}`]: '40' }
    expect(await go('arena.draw-letters', town.people.chen, { params, typed: typed(good) })).toMatchObject({
      kind: 'redirect',
    })
    const [round] = await store.roundsOf(real.read(town.place.id), call.problem)
    expect(round?.expected).toEqual({ [young]: 20, [old]: 40 })
  })
})

describe('the last guards', () => {
  it('an answer stands, and forgotten codes do not come back', async () => {
    const call = await drawn()
    const [code = ''] = await codesOf(call)
    await answers.declineLetter(at, town.people.alice, { token: await opened(code), timeZone, reason: '' })
    const change = (statement: ReturnType<typeof sql>) =>
      real.transact(town.place.id, null, async (tx) => statement.execute(tx))
    await expect(change(sql`update arena.letter set answer = 'yes' where answer = 'no'`)).rejects.toThrow(
      /has its answer/,
    )
    await print(call)
    await commands.confirmPrinted(at, town.people.chen, { slug: call.slug, round: 1 })
    await expect(
      change(sql`update arena.letter_round set code_key = ${Buffer.alloc(32)} where problem_id = ${call.problem}`),
    ).rejects.toThrow(/have been printed/)
  })
})
