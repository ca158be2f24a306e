import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { tablesWith, testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../platform/http/testing.ts'
import { forgetResidence, residenceOf } from '../../platform/identity/residence/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { codeOfLetter } from '../../stages/arena/index.ts'
import * as commands from './commands.ts'
import { residenceWords } from './messages/words.ts'
import { residenceRoutes } from './routes.tsx'
import { mostAskings, mostWrongCodes } from './rules.ts'

/** A letter to an address shows that somebody lives there: it goes to addresses of the list, its code works once, and nothing is told. */

let home: TestDatabase
let database: Database
let town: Town

const list = `name,address,postcode,town
Anna Holm,"Havnegade 12, 2. tv",9990,Testhavn
Bo Holm,"Havnegade 12, 2. tv",9990,Testhavn
Ida Vig,Strandvej 4,9990,Testhavn`

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
  await bring(list)
})

const say = residenceWords.say('en')
const timeZone = 'Europe/Copenhagen'
const day = Temporal.Now.plainDateISO(timeZone)
const later = (days: number) => database.at(Temporal.Now.instant().add({ hours: 24 * days }))
const read = () => database.read(town.place.id)

type Going = {
  readonly as: Actor
  readonly form?: Readonly<Record<string, string>>
  readonly file?: string
  readonly at?: number
}

async function go(
  address: Address,
  { as, form = {}, file, at = 0 }: Going,
  params: Record<string, string | number> = {},
) {
  const visit = visitIn(database, town.place, {
    as,
    params,
    typed: typed(form),
    at: Temporal.Now.instant().add({ hours: 24 * at }),
    ...(file === undefined ? {} : { sent: { list: new File([file], 'list.csv') } }),
  })
  const reply = await answerAt(residenceRoutes, address, visit)
  return reply
}

function bring(file: string) {
  const form = { source: 'Population register', asOf: day.toString() }
  return go('residence.bring-list', { as: town.people.chen, form, file })
}

const ask = (as: Actor, address = 'havnegade 12 2 TV', using = database) =>
  commands.askForLetter(using, as, { address, postcode: '9990', timeZone })

const type = (as: Actor, code: string, using = database) => commands.typeCode(using, as, { typed: code, timeZone })

async function make(which: 'asked' | 'all', using = database) {
  const made = await commands.makeLetters(using, town.people.chen, { which })
  return made.ok ? made.value : made.refusal
}

/** Codes of the run that lies unprinted, as the letters bear them; then it is printed. */
async function posted(): Promise<readonly string[]> {
  const run = await read()
    .selectFrom('identity.residence_run')
    .select(['run', 'letters', 'code_key'])
    .where('code_key', 'is not', null)
    .executeTakeFirstOrThrow()
  const key = run.code_key ?? new Uint8Array()
  const codes = Array.from({ length: run.letters }, (_, at) => codeOfLetter(key, at + 1))
  expect(await commands.confirmPrinted(database, town.people.chen, run.run)).toEqual({ ok: true, value: null })
  return codes
}

const shownBy = async (who: Actor) => who.account && residenceOf(read(), who.account, day)

describe('a letter', () => {
  it('shows that she lives here, from asking to typing the code', async () => {
    const { alice } = town.people
    expect(
      await go('residence.ask', { as: alice, form: { address: 'Havnegade 12, 2. tv', postcode: '9990' } }),
    ).toMatchObject({
      kind: 'redirect',
    })
    expect(await make('asked')).toEqual({ letters: 1, notSent: 0 })
    const [code = ''] = await posted()
    expect(await go('residence.type-code', { as: alice, form: { code: code.toLowerCase() } })).toMatchObject({
      kind: 'redirect',
    })
    expect(await shownBy(alice)).toMatchObject({ means: 'letter', shownOn: day })
    expect(textOf(await go('residence', { as: alice }))).toContain(say('shown', { place: 'Testhavn' }))
  })

  it('is good once: of twenty who type its code at once one has shown it', async () => {
    await ask(town.people.alice)
    await make('asked')
    const [code = ''] = await posted()
    const { alice, bashir, aisha, emil, freja } = town.people
    const connections = Array.from({ length: 4 }, () => openDatabase({ url: home.url }))
    try {
      const answers = await Promise.all(
        connections.flatMap((connection) =>
          [alice, bashir, aisha, emil, freja].map((who) => type(who, code, connection)),
        ),
      )
      expect(answers.filter((answer) => answer.ok && answer.value.kind === 'shown')).toHaveLength(1)
    } finally {
      await Promise.all(connections.map((connection) => connection.close()))
    }
    const rows = await read().selectFrom('identity.residence').select('account_id').execute()
    expect(rows).toHaveLength(1)
  })

  it('ends after sixty days', async () => {
    await ask(town.people.alice)
    await make('asked')
    const [code = ''] = await posted()
    expect(await type(town.people.alice, code, later(61))).toEqual({ ok: true, value: { kind: 'unknown' } })
    expect(await type(town.people.alice, code, later(59))).toEqual({ ok: true, value: { kind: 'shown' } })
  })

  it('leads from no account to an address, and from no address to an account', async () => {
    const { alice } = town.people
    await ask(alice)
    if (!alice.account) throw new Error('alice has an account')
    const hers = await tablesWith(home.url, alice.account)
    expect(hers.filter((table) => /household|asked|letter|run|list/.test(table))).toEqual([])
    await make('asked')
    await type(alice, (await posted())[0] ?? '')
    const after = await tablesWith(home.url, alice.account)
    expect(after.filter((table) => table.startsWith('identity.res'))).toEqual([
      'identity.residence',
      'identity.residence_try',
    ])
    const [letter] = await read().selectFrom('identity.residence_letter').selectAll().execute()
    const [shown] = await read().selectFrom('identity.residence').selectAll().execute()
    expect(letter?.code_hash).toBeNull()
    expect(letter?.ends_at.toZonedDateTimeISO(timeZone).day, 'no day on which it was typed').toBe(1)
    expect(shown?.ends_on.day).toBe(1)
  })

  it('bears a code nobody knows any more once it lies printed', async () => {
    await ask(town.people.alice)
    await make('asked')
    const [file, table] = [
      await go('residence.part', { as: town.people.chen }, { number: 1, part: 1 }),
      await go('residence.table', { as: town.people.chen }, { number: 1 }),
    ]
    expect(file).toMatchObject({ kind: 'file', mediaType: 'application/pdf', isPrivate: true })
    expect(textOf(table)).toContain('"Havnegade 12, 2. tv"')
    expect(textOf(table)).toMatch(/\/me\/residence#[0-9A-Y]{16}/)
    await posted()
    for (const [at, params] of [
      ['residence.part', { number: 1, part: 1 }],
      ['residence.table', { number: 1 }],
    ] as const)
      expect(await go(at, { as: town.people.chen }, params)).toMatchObject({ kind: 'refused', status: 409 })
  })
})

describe('a household', () => {
  it('gets as many letters as people are listed there, also when more is asked for', async () => {
    for (const who of ['alice', 'bashir', 'aisha'] as const) await ask(town.people[who])
    expect(await make('asked')).toEqual({ letters: 2, notSent: 1 })
    const codes = await posted()
    await type(town.people.alice, codes[0] ?? '')
    await ask(town.people.aisha)
    expect(await make('asked'), 'a used letter counts on').toEqual({ letters: 0, notSent: 1 })
    expect(await make('all'), 'the other address').toEqual({ letters: 1, notSent: 0 })
  })

  it('gets no more when two runs are made at once', async () => {
    for (const who of ['alice', 'bashir'] as const) await ask(town.people[who])
    const other = openDatabase({ url: home.url })
    try {
      await Promise.all([make('all'), make('all', other), make('asked', other)])
    } finally {
      await other.close()
    }
    const letters = await read().selectFrom('identity.residence_letter').select('form').execute()
    expect(letters.filter(({ form }) => form.startsWith('havnegade')).length).toBeLessThanOrEqual(2)
  })

  it('is counted by the database too, whatever code says', async () => {
    await make('all')
    const write = database.transact(town.place.id, null, (tx) =>
      sql`
        insert into identity.residence_letter (jurisdiction_id, run, number, form, code_hash, made_at, ends_at)
        select jurisdiction_id, run, number + 100, form, sha256(code_hash), made_at, ends_at
        from identity.residence_letter`.execute(tx),
    )
    await expect(write).rejects.toThrow('a letter for each person listed')
    const again = database.transact(town.place.id, null, async (tx) => {
      await sql`update identity.residence_letter set code_hash = null`.execute(tx)
      await sql`update identity.residence_letter set code_hash = null`.execute(tx)
    })
    await expect(again).rejects.toThrow('this code was used')
  })

  it('keeps its letters when a newer list has it, and loses them when it is on it no more', async () => {
    for (const [who, address] of [
      ['alice', 'Havnegade 12, 2. tv'],
      ['bashir', 'Strandvej 4'],
    ] as const)
      await ask(town.people[who], address)
    await make('asked')
    const [inHavnegade = '', inStrandvej = ''] = await posted()
    await bring(list.replace(/\nIda.*/, '\nOve Bak,Bakken 1,9990,Testhavn'))
    expect(await type(town.people.bashir, inStrandvej)).toEqual({ ok: true, value: { kind: 'unknown' } })
    expect(await type(town.people.alice, inHavnegade)).toEqual({ ok: true, value: { kind: 'shown' } })
    expect(await make('all')).toEqual({ letters: 2, notSent: 0 })
  })
})

describe('abuse 19: guessing at the list', () => {
  it('is answered the same whether or not an address is on it, by a place that looks nothing up', async () => {
    const { alice, bashir } = town.people
    const answers = [
      await go('residence.ask', { as: alice, form: { address: 'Strandvej 4', postcode: '9990' } }),
      await go('residence.ask', { as: bashir, form: { address: 'Strandvej 5', postcode: '9990' } }),
    ]
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ kind: 'redirect' })
    const pages = [textOf(await go('residence', { as: alice })), textOf(await go('residence', { as: bashir }))]
    expect(pages[0]).toBe(pages[1])
    expect(await make('asked')).toEqual({ letters: 1, notSent: 1 })
    expect(textOf(await go('residence', { as: alice }))).toBe(textOf(await go('residence', { as: bashir })))
    expect(await read().selectFrom('identity.residence_asked').selectAll().execute(), 'nor waits for ever').toEqual([])
  })

  it('ends for an account after three addresses in thirty days, also when it asks for many at once', async () => {
    const { alice } = town.people
    const other = openDatabase({ url: home.url })
    try {
      const asked = await Promise.all(
        Array.from({ length: 12 }, (_, at) => ask(alice, `Strandvej ${at}`, at % 2 ? other : database)),
      )
      expect(asked.filter(({ ok }) => ok)).toHaveLength(mostAskings)
    } finally {
      await other.close()
    }
    expect(await read().selectFrom('identity.residence_asked').selectAll().execute()).toHaveLength(mostAskings)
    expect(await ask(alice, 'Strandvej 4', later(29))).toMatchObject({ refusal: 'asked-enough' })
    expect(await ask(alice, 'Strandvej 4', later(31))).toMatchObject({ ok: true })
  })

  it('sends one household no more letters than it has people, whoever asks', async () => {
    for (const who of ['alice', 'bashir', 'aisha', 'emil', 'freja'] as const)
      for (let again = 0; again < mostAskings; again += 1) await ask(town.people[who], 'Strandvej 4')
    expect(await make('asked')).toEqual({ letters: 1, notSent: 14 })
  })

  it('wins nothing by codes: ten wrong ones in a day, and a right one then opens nothing', async () => {
    const { alice } = town.people
    await ask(alice)
    await make('asked')
    const [code = ''] = await posted()
    const foreign = Array.from({ length: mostWrongCodes }, (_, at) => codeOfLetter(Buffer.alloc(32, 7), at))
    const wrong = await Promise.all(foreign.map((one) => type(alice, one)))
    expect(wrong.every((answer) => answer.ok && answer.value.kind === 'unknown')).toBe(true)
    expect(await type(alice, code)).toMatchObject({ refusal: 'too-many-wrong' })
    expect(await type(alice, code, later(2))).toMatchObject({ value: { kind: 'shown' } })
  })

  it('a slip of the hand is no guess', async () => {
    const slips = await Promise.all(Array.from({ length: mostWrongCodes + 2 }, () => type(town.people.alice, 'ABC')))
    expect(slips.every((answer) => answer.ok && answer.value.kind === 'slip')).toBe(true)
  })

  it('is nobody else’s either: a clerk of another place reads and prints nothing here', async () => {
    await make('all')
    const stranger = await foundTown(database)
    const visit = visitIn(database, stranger.place, { as: stranger.people.chen, params: { number: 1, part: 1 } })
    expect(await answerAt(residenceRoutes, 'residence.part', visit)).toMatchObject({ kind: 'refused', status: 409 })
    expect(await database.read(stranger.place.id).selectFrom('identity.household').selectAll().execute()).toEqual([])
  })
})

describe('what is over', () => {
  it('is erased: what she showed, the key of letters nobody printed, tries, and after a year the list', async () => {
    const { alice } = town.people
    await ask(alice)
    await make('asked')
    await type(alice, (await posted())[0] ?? '')
    await ask(town.people.bashir, 'Nowhere 1')
    await make('all')
    const counts = async () => {
      const tables = [
        'address_list',
        'household',
        'residence_asked',
        'residence_letter',
        'residence_try',
        'residence',
      ] as const
      const rows = await Promise.all(
        tables.map((table) => read().selectFrom(`identity.${table}`).select('jurisdiction_id').execute()),
      )
      const keys = await read()
        .selectFrom('identity.residence_run')
        .select('run')
        .where('code_key', 'is not', null)
        .execute()
      return [...rows.map((one) => one.length), keys.length]
    }
    expect(await counts()).toEqual([1, 2, 1, 3, 2, 1, 1])
    const forgetAt = (days: number) => later(days).transact(town.place.id, null, forgetResidence)
    await forgetAt(1)
    expect(await counts(), 'nothing before its time').toEqual([1, 2, 1, 3, 2, 1, 1])
    await forgetAt(61)
    expect(await counts()).toEqual([1, 2, 0, 1, 0, 1, 0])
    await forgetAt(366)
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 1, 0])
    await forgetAt(800)
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})

describe('the page', () => {
  it('keeps what was typed, and says what to do', async () => {
    const { alice } = town.people
    const refused = await go('residence.ask', { as: alice, form: { address: 'Strandvej 4', postcode: '' } })
    expect(refused).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(refused)).toContain('value="Strandvej 4"')
    const slip = await go('residence.type-code', { as: alice, form: { code: 'ABCD' } })
    expect(slip).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(slip)).toContain('value="ABCD"')
    expect(textOf(slip)).toContain(say('refused.slip'))
  })

  it('tells where there is no list that there is none, and takes no address', async () => {
    town = await foundTown(database)
    const { alice } = town.people
    expect(textOf(await go('residence', { as: alice }))).not.toContain('name="address"')
    expect(await ask(alice)).toMatchObject({ refusal: 'no-list' })
  })

  it('shows a clerk what was typed of the list as text', async () => {
    const form = { source: '<b>Register</b>', asOf: day.toString() }
    await go('residence.bring-list', { as: town.people.chen, form, file: list })
    const html = textOf(await go('residence.letters', { as: town.people.chen }))
    expect(html).toContain('&lt;b&gt;Register')
    expect(html).not.toContain('<b>Register')
  })

  it('tells a clerk each fault of a list with its row, and brings in nothing of it', async () => {
    town = await foundTown(database)
    const reply = await bring('name,address,postcode\nAnna,Havnegade 1,\nBo,,9990')
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(reply)).toMatch(/Row 2.*Row 3/s)
    expect(textOf(reply)).toContain('value="Population register"')
    expect(await read().selectFrom('identity.address_list').selectAll().execute()).toEqual([])
  })
})
