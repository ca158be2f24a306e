import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { giveAnswer } from '../answers/commands.ts'
import { handOver, setDates } from '../commands.ts'
import { decisionRoutes } from '../routes.tsx'
import { packageOf } from '../store.ts'
import { readyCase, wordsFor, type ReadyCase } from '../testing.ts'
import { holdReturn } from './commands.ts'
import { returnItemsOf, returnOf } from './store.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const start = at('2026-11-24T08:00:00Z')
const later = at('2027-06-10T18:00:00Z')
const dates = { meetingOn: day('2026-12-10'), returnOn: day('2027-06-10') }

let home: TestDatabase
let real: Database
let town: Town
let ready: ReadyCase

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  town = await foundTown(real)
  ready = await readyCase(real, town)
  await handOver(real.at(start), ready.chair, { slug: ready.slug, place: town.place, language: 'en' })
  await setDates(real.at(start), town.people.chen, { slug: ready.slug, ...dates })
  const answer = (number: number, kind: 'accept' | 'park') =>
    giveAnswer(real.at(start), town.people.emil, { slug: ready.slug, number, place: town.place, ...wordsFor(kind) })
  expect(await answer(1, 'accept')).toMatchObject({ ok: true })
  expect(await answer(2, 'park')).toMatchObject({ ok: true })
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const said = new Map([
  [1, 'Built.'],
  [2, 'The council took it up in May.'],
])
const hold = (by: Townsperson, { heldOn = '2027-06-10', items = said, now = later } = {}) =>
  holdReturn(real.at(now), town.people[by], {
    slug: ready.slug,
    place: town.place,
    heldOn: day(heldOn),
    words: 'The gate stands. The quay waits for the budget.',
    items,
  })

async function held() {
  const read = real.read(town.place.id)
  const pack = await packageOf(read, ready.problem)
  if (!pack) throw new Error('nothing was handed over')
  return { report: await returnOf(read, pack.id), items: [...(await returnItemsOf(read, pack.id)).values()], pack }
}

describe('the return', () => {
  test.each<[string, Townsperson, Parameters<typeof hold>[1], string]>([
    ['by staff', 'chen', {}, 'staff-never'],
    ['by a member of the body who does not chair it', 'emil', {}, 'only-body-chair'],
    ['by a resident', 'alice', {}, 'only-body-chair'],
    ['before the first meeting', 'dora', { now: at('2026-12-01T08:00:00Z'), heldOn: '2026-12-01' }, 'not-yet'],
    ['on a day to come', 'dora', { heldOn: '2027-06-11' }, 'return-to-come'],
    ['on the day of the first meeting', 'dora', { heldOn: '2026-12-10' }, 'return-before-meeting'],
    ['without a word on what was parked', 'dora', { items: new Map([[1, 'Built.']]) }, 'item-words-missing'],
  ])('is refused %s, and nothing is kept', async (_, by, change, refusal) => {
    expect(await hold(by, change)).toMatchObject({ refusal })
    expect(await held()).toMatchObject({ report: undefined, items: [] })
  })

  test('is the chair’s word, once, with what became of each parked recommendation and of no other', async () => {
    expect(await hold('dora')).toMatchObject({ ok: true })
    expect(await hold('dora')).toMatchObject({ refusal: 'reported-already' })
    const { report, items } = await held()
    expect(report).toMatchObject({
      person: town.people.dora.person,
      words: 'The gate stands. The quay waits for the budget.',
    })
    expect(items).toEqual(['The council took it up in May.'])
    const [fact] = (await entries(real.read(town.place.id), { problem: ready.problem, limit: 100 })).filter(
      ({ kind }) => kind === 'decision.returned',
    )
    expect(fact?.public).toMatchObject({ items: [{ number: 2, words: 'The council took it up in May.' }] })
  })

  test('is held by the database too: by no other hand, and not without what was parked', async () => {
    const { pack } = await held()
    const byHand = (person: string | null) =>
      real.transact(town.place.id, null, (tx) =>
        sql`insert into decision.return_report (jurisdiction_id, package_id, held_on, words, person_id, account_id, at)
          values (${town.place.id}, ${pack.id}, '2027-06-10', 'x', ${person}, ${town.people.dora.account}, ${later.toString()}::timestamptz)`.execute(
          tx,
        ),
      )
    await expect(byHand(town.people.emil.person)).rejects.toThrow('only the chair')
    await expect(byHand(town.people.dora.person)).rejects.toThrow('nothing is said of')
  })
})

describe('on its pages', () => {
  const go = (address: 'decision.returning' | 'decision.return' | 'decision.page', as: Townsperson, form = {}) =>
    answerAt(
      decisionRoutes,
      address,
      visitIn(real, town.place, {
        as: town.people[as],
        at: later,
        params: { problem: ready.slug },
        typed: typed(form),
      }),
    )

  test('the chair is asked of the parked one alone, keeps what she typed, and everybody reads it afterwards', async () => {
    const asked = textOf(await go('decision.returning', 'dora'))
    expect(asked).toContain('name="item-2"')
    expect(asked).not.toContain('name="item-1"')
    expect(await go('decision.returning', 'emil')).toMatchObject({ kind: 'refused', status: 403 })
    const form = { heldOn: '2027-06-10', words: 'The gate stands.', 'item-2': '' }
    const refused = await go('decision.return', 'dora', form)
    expect(refused).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(refused)).toContain('The gate stands.')
    expect(await go('decision.return', 'dora', { ...form, 'item-2': 'Taken up in May.' })).toMatchObject({
      kind: 'redirect',
    })
    const page = textOf(await go('decision.page', 'alice'))
    expect(page).toContain('The gate stands.')
    expect(page).toContain('Taken up in May.')
  })
})
