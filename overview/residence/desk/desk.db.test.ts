import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { deskNumberOf, forgetResidence, residenceOf } from '../../../platform/identity/residence/index.ts'
import { ensureAccount, introduce } from '../../../platform/identity/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { residenceRoutes } from '../routes.tsx'
import * as commands from './commands.ts'
import { deskWords } from './messages/words.ts'
import { mostADay } from './rules.ts'

/** Who gets no letter shows at a desk that she lives here: she says a number, one of staff writes it down, another confirms it. */

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  town = await foundTown(database)
})

const say = deskWords.say('en')
const timeZone = 'Europe/Copenhagen'
const today = Temporal.Now.plainDateISO(timeZone)
const read = () => database.read(town.place.id)
const later = (minutes: number) => database.at(Temporal.Now.instant().add({ minutes }))
const seen = { seenBy: 'paper-with-picture', homeBy: 'contract', reason: 'Moved last week.', timeZone } as const

async function numberOf(who: Actor): Promise<number> {
  expect(await commands.showNumber(database, who, { timeZone })).toEqual({ ok: true, value: null })
  const shown = who.account && (await deskNumberOf(read(), who.account, Temporal.Now.instant()))
  if (!shown) throw new Error('a number stands on her page')
  return shown.number
}

const write = (by: Actor, said: number, using = database) => commands.writeDown(using, by, { ...seen, said })

const decide = (by: Actor, number = 1, answer: 'confirm' | 'return' = 'confirm', using = database) =>
  commands.decide(using, by, { number, answer, timeZone })

const shownBy = async (who: Actor) => who.account && residenceOf(read(), who.account, today)

function go(address: Address, as: Actor, form: Readonly<Record<string, string>> = {}, number = 1) {
  return Promise.resolve(
    answerAt(residenceRoutes, address, visitIn(database, town.place, { as, params: { number }, typed: typed(form) })),
  )
}

async function neighbour(name: string): Promise<Actor> {
  const account = await database.transact(town.place.id, null, async (tx) => {
    const id = await ensureAccount(tx, `${name}@example.org`, 'en')
    const words = { name, language: 'en', tieWords: '', organisation: null, interest: '' }
    await introduce(tx, id, { ...words, tie: 'lives-here' })
    return id
  })
  return { ...town.people.alice, account, name }
}

describe('abuse 20: at a desk', () => {
  it('it counts when a second one of staff has confirmed it, and not before', async () => {
    const { alice, chen, gita } = town.people
    const said = await numberOf(alice)
    expect(textOf(await go('residence', alice))).toContain(String(said).replace(/^(...)/, '$1 '))
    const form = { ...seen, said: `${String(said).slice(0, 3)} ${String(said).slice(3)}` }
    expect(await go('residence.write-down', chen, form)).toMatchObject({ kind: 'redirect' })
    expect(await shownBy(alice)).toBeUndefined()
    expect(textOf(await go('residence', alice))).toContain(say('own.waiting'))
    expect(textOf(await go('residence.desk', chen))).toContain(say('own-record'))
    expect(textOf(await go('residence.desk', gita))).toContain(say('confirm', { name: 'Alice' }))
    expect(await decide(chen)).toMatchObject({ refusal: 'second-person' })
    expect(await go('residence.decide-seen', gita, { answer: 'confirm' })).toMatchObject({ kind: 'redirect' })
    expect(await shownBy(alice)).toMatchObject({ means: 'desk', shownOn: today })
    expect(await decide(gita)).toMatchObject({ refusal: 'decided-already' })
  })

  it('nobody of staff does it for herself, neither as the first nor as the second', async () => {
    const { chen, gita } = town.people
    const [hers, his] = [await numberOf(gita), await numberOf(chen)]
    expect(await write(chen, his)).toMatchObject({ refusal: 'not-for-yourself' })
    expect(await write(chen, hers)).toMatchObject({ ok: true })
    expect(await decide(gita)).toMatchObject({ refusal: 'not-for-yourself' })
    expect(await shownBy(gita)).toBeUndefined()
  })

  it('the database wants two, and neither herself, whatever code says', async () => {
    const { alice, chen, gita } = town.people
    await write(chen, await numberOf(alice))
    const confirming = (by: Actor) =>
      database.transact(town.place.id, null, (tx) =>
        sql`update identity.residence_seen set confirmed_by = ${by.account}, confirmed_at = ${tx.now.toString()}::timestamptz`.execute(
          tx,
        ),
      )
    await expect(confirming(chen)).rejects.toThrow('two_of_staff')
    await expect(confirming(alice)).rejects.toThrow('nobody_for_herself')
    const alone = database.transact(town.place.id, null, (tx) =>
      sql`insert into identity.residence (jurisdiction_id, account_id, means, shown_on, ends_on)
        values (${town.place.id}, ${alice.account}, 'desk', '2026-01-01', '2028-01-01')`.execute(tx),
    )
    await expect(alone).rejects.toThrow('two of staff stand behind')
    expect(await decide(gita)).toMatchObject({ ok: true })
  })

  it('one of staff writes down forty in a day and not more, also when many come at once', async () => {
    const { chen } = town.people
    const people = await Promise.all(Array.from({ length: mostADay + 4 }, (_, at) => neighbour(`neighbour${at}`)))
    const numbers: number[] = []
    for (const one of people) numbers.push(await numberOf(one))
    const other = openDatabase({ url: home.url })
    try {
      const written = await Promise.all(numbers.map((said, at) => write(chen, said, at % 2 ? other : database)))
      expect(written.filter(({ ok }) => ok)).toHaveLength(mostADay)
      expect(written.filter((one) => !one.ok && one.refusal === 'enough-today')).toHaveLength(4)
    } finally {
      await other.close()
    }
    const more = database.transact(town.place.id, null, (tx) =>
      sql`
        insert into identity.residence_seen (jurisdiction_id, number, account_id, seen_by, home_by, reason, recorded_by, recorded_at)
        values (${town.place.id}, 99, ${town.people.bashir.account}, 'known', 'register', 'x', ${chen.account}, ${tx.now.toString()}::timestamptz)`.execute(
        tx,
      ),
    )
    await expect(more).rejects.toThrow('forty in a day')
  })

  it('two who confirm and send back at once leave one outcome', async () => {
    const { alice, chen, gita } = town.people
    await write(chen, await numberOf(alice))
    const other = openDatabase({ url: home.url })
    try {
      const decided = await Promise.all([decide(gita, 1, 'confirm'), decide(gita, 1, 'return', other)])
      expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
      const rows = await read().selectFrom('identity.residence_seen').select('confirmed_at').execute()
      expect(rows.length === 1).toBe((await shownBy(alice)) !== undefined)
    } finally {
      await other.close()
    }
  })
})

describe('the number', () => {
  it('is good for half an hour and once, and the newest one only', async () => {
    const { alice, chen } = town.people
    const first = await numberOf(alice)
    const second = await numberOf(alice)
    if (first !== second) expect(await write(chen, first)).toMatchObject({ refusal: 'no-such-number' })
    expect(await write(chen, second, later(31))).toMatchObject({ refusal: 'no-such-number' })
    expect(await write(chen, second, later(29))).toMatchObject({ ok: true })
    expect(await write(chen, second)).toMatchObject({ refusal: 'no-such-number' })
    expect(await commands.showNumber(database, alice, { timeZone })).toMatchObject({ refusal: 'waits-already' })
  })

  it('may be anything somebody types, or that stands in an address', async () => {
    const { chen } = town.people
    for (const said of ['99999999999', '0', 'abc', '1e9', '-5'])
      expect(await go('residence.write-down', chen, { ...seen, said })).toMatchObject({ kind: 'page', status: 422 })
    const visit = visitIn(database, town.place, {
      as: chen,
      params: { number: '99999999999' },
      typed: typed({ answer: 'confirm' }),
    })
    expect(await answerAt(residenceRoutes, 'residence.decide-seen', visit)).toMatchObject({ kind: 'refused' })
    expect(await answerAt(residenceRoutes, 'residence.table', visit)).toMatchObject({ kind: 'refused' })
  })

  it('says nothing in another place', async () => {
    const said = await numberOf(town.people.alice)
    const stranger = await foundTown(database)
    expect(await write(stranger.people.chen, said)).toMatchObject({ refusal: 'no-such-number' })
  })
})

describe('what was written down', () => {
  it('is gone when it is sent back, and she may come again', async () => {
    const { alice, chen, gita } = town.people
    await write(chen, await numberOf(alice))
    expect(await decide(gita, 1, 'return')).toMatchObject({ ok: true })
    expect(await read().selectFrom('identity.residence_seen').selectAll().execute()).toEqual([])
    expect(await write(gita, await numberOf(alice))).toMatchObject({ ok: true })
  })

  it('waits fourteen days and is kept for a year', async () => {
    const { alice, bashir, chen, gita } = town.people
    await write(chen, await numberOf(alice))
    await decide(gita)
    await write(chen, await numberOf(bashir))
    const count = async (days: number) => {
      await later(days * 24 * 60).transact(town.place.id, null, forgetResidence)
      return (await read().selectFrom('identity.residence_seen').selectAll().execute()).length
    }
    expect([await count(13), await count(15), await count(364), await count(366)]).toEqual([2, 1, 1, 0])
    expect(await shownBy(alice), 'what it showed stays').toMatchObject({ means: 'desk' })
  })

  it('is read by the second one as text', async () => {
    const { alice, chen, gita } = town.people
    await commands.writeDown(database, chen, { ...seen, reason: '<b>moved</b>', said: await numberOf(alice) })
    const html = textOf(await go('residence.desk', gita))
    expect(html).toContain('&lt;b&gt;moved')
    expect(html).not.toContain('<b>moved')
  })

  it('keeps what was typed when the number is nobody’s', async () => {
    const reply = await go('residence.write-down', town.people.chen, { ...seen, said: '000000' })
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    const html = textOf(reply)
    expect(html).toContain('Moved last week.')
    expect(html).toContain(say('refused.no-such-number'))
  })
})
