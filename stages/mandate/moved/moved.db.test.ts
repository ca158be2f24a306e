import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { mandateRoutes } from '../routes.tsx'
import { draftingIn, type Drafting, type MandateCase } from '../testing.ts'
import { confirmMove, draftMove, giveBack, type MoveInput } from './commands.ts'
import { movedInPlace, movedTo } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let drafting: Drafting

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  drafting = draftingIn(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)
const today = () => todayIn(town.place, Temporal.Now.instant())

function moving({ slug }: MandateCase, changes: Partial<MoveInput> = {}): MoveInput {
  return {
    slug,
    from: town.committee,
    body: town.council,
    kind: 'plan',
    what: 'Where the market stands',
    stays: 'The budget of the market',
    endsOn: today().add({ days: 90 }),
    freedHours: 6,
    motion: 'Give it to the group',
    decidedOn: today(),
    reference: 'Item 8',
    votesFor: 2,
    votesAgainst: 1,
    abstentions: 0,
    isCarried: true,
    dissent: '',
    ...changes,
  }
}

it('moves when the chair confirms a clerk’s record; the register has it, the day it ends and what stays', async () => {
  const at = await drafting.adopted()
  expect((await draftMove(database, town.people.chen, moving(at))).ok).toBe(true)
  expect((await movedInPlace(read())).filter(({ problem }) => problem === at.problem)).toEqual([])
  expect(await confirmMove(database, town.people.emil, { ...at, number: 1 })).toEqual({
    ok: false,
    refusal: 'only-chair-confirms',
  })
  expect(await confirmMove(database, town.people.dora, { ...at, number: 1 })).toEqual({
    ok: true,
    value: { isMoved: true },
  })
  expect(await confirmMove(database, town.people.dora, { ...at, number: 1 })).toEqual({
    ok: false,
    refusal: 'nothing-to-confirm',
  })
  expect(await movedTo(read(), at.problem)).toMatchObject([
    { number: 1, what: 'Where the market stands', from: town.committee, freedHours: 6, isConfirmed: true },
  ])
  expect(await drafting.kinds(at)).toContain('mandate.business-moved')
  const page = textOf(await answerAt(mandateRoutes, 'mandates.moved', visitIn(database, town.place)))
  expect(page).toContain('Where the market stands')
  expect(page).toContain('Works committee')
  // It is the committee's again by itself on the day after.
  const later = Temporal.Now.instant().add({ hours: 24 * 92 })
  const after = textOf(await answerAt(mandateRoutes, 'mandates.moved', visitIn(database, town.place, { at: later })))
  expect(after).toContain('Back since')
  expect(after).not.toContain('With the group until')
})

it('a vote that was lost moves nothing, and is not in the register', async () => {
  const at = await drafting.adopted()
  const lost = { votesFor: 1, votesAgainst: 2, isCarried: false, what: 'Who may build a kiosk' }
  await draftMove(database, town.people.chen, moving(at, lost))
  expect(await confirmMove(database, town.people.dora, { ...at, number: 1 })).toEqual({
    ok: true,
    value: { isMoved: false },
  })
  expect((await movedInPlace(read())).map(({ what }) => what)).not.toContain(lost.what)
  expect(await drafting.kinds(at)).toContain('mandate.move-lost')
})

it('is not given to a group without a mandate, by the rule and in the database', async () => {
  const at = await drafting.sponsored()
  expect(await draftMove(database, town.people.chen, moving(at))).toEqual({ ok: false, refusal: 'no-mandate' })
  const adopted = await drafting.adopted()
  await draftMove(database, town.people.chen, moving(adopted))
  const copy = (set: string) =>
    database.transact(town.place.id, null, (tx) =>
      sql`
        insert into mandate.moved_business
        select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'number', 9) || ${set}::jsonb)).*
        from mandate.moved_business b where b.problem_id = ${adopted.problem}`.execute(tx),
    )
  await expect(copy(JSON.stringify({ problem_id: at.problem }))).rejects.toThrow(/with a mandate/)
  await expect(copy(JSON.stringify({ kind: 'control' }))).rejects.toThrow(/kind_check/)
})

it('goes back earlier once, with a reason', async () => {
  const at = await drafting.adopted()
  await draftMove(database, town.people.chen, moving(at, { what: 'The opening hours' }))
  const back = { ...at, number: 1, words: 'Council, item 12' }
  expect(await giveBack(database, town.people.chen, back)).toEqual({ ok: false, refusal: 'not-moved' })
  await confirmMove(database, town.people.dora, { ...at, number: 1 })
  expect((await giveBack(database, town.people.chen, back)).ok).toBe(true)
  expect(await giveBack(database, town.people.chen, back)).toEqual({ ok: false, refusal: 'not-moved' })
  expect(await movedTo(read(), at.problem)).toMatchObject([{ returnedOn: today(), returnedWords: 'Council, item 12' }])
})

it('the register is a table too, of one committee and year as of all; a formula stays text', async () => {
  const at = await drafting.adopted()
  const what = '=HYPERLINK("https://example.org")'
  await draftMove(database, town.people.chen, moving(at, { what }))
  await confirmMove(database, town.people.dora, { ...at, number: 1 })
  const table = async (query = '') =>
    textOf(await answerAt(mandateRoutes, 'mandates.moved-table', visitIn(database, town.place, { query })))
  const whole = await table()
  expect(whole).toMatch(/^\ufeffcase,number,question,what/)
  expect(whole).toContain(`"'=HYPERLINK(""https://example.org"")"`)
  expect(whole.split('\r\n')).toHaveLength((await movedInPlace(read())).length + 2)
  const page = async (query: string) =>
    textOf(await answerAt(mandateRoutes, 'mandates.moved', visitIn(database, town.place, { query })))
  expect(await page('')).toContain('By committee and year')
  const year = today().year
  expect(await table(`year=${year}`)).toBe(whole)
  expect((await table(`year=${year - 1}`)).split('\r\n')).toHaveLength(2)
  expect(await page(`year=${year - 1}`)).toContain('Nothing in the register is of this committee and year')
})
