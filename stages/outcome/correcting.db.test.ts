import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { upstream } from '../../platform/thread/index.ts'
import { foundGroup } from '../arena/testing.ts'
import { intend, measure } from './commands.ts'
import { correctMeasurement } from './correcting.ts'
import { outcomeRoutes } from './routes.tsx'
import { indicatorsOf, type Indicator } from './store.ts'

const today = Temporal.Instant.from('2027-05-01T08:00:00Z')
const first = { value: 61, on: Temporal.PlainDate.from('2027-04-01'), source: 'Coast <Office>', range: null }

let home: TestDatabase
let real: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

type Case = { readonly slug: string; readonly problem: Id<'problem'> }

/** A case of its own for each test, with one indicator that was measured once. */
async function measuredCase(): Promise<Case> {
  const { slug, problem } = await foundGroup(real, town)
  const db = real.at(today)
  const day = Temporal.PlainDate.from('2028-01-01')
  const nothingBefore = { baselineValue: null, baselineOn: null, baselineSource: '' }
  const words = { name: 'Homes with water', unit: 'homes', targetValue: 5, targetBy: day, ...nothingBefore }
  expect(await intend(db, town.people.chen, { slug, place: town.place, commitments: [], ...words })).toMatchObject({
    ok: true,
  })
  const measured = await measure(db, town.people.chen, { slug, number: 1, place: town.place, ...first })
  expect(measured.ok).toBe(true)
  return { slug, problem }
}

async function indicatorIn({ problem }: Case): Promise<Indicator> {
  const [indicator] = await indicatorsOf(real.read(town.place.id), problem)
  if (!indicator) throw new Error('no indicator')
  return indicator
}

const correct = (at: Case, measurement: number, value: number) =>
  correctMeasurement(real.at(today), town.people.ole, {
    slug: at.slug,
    place: town.place,
    number: 1,
    measurement,
    words: { ...first, value, range: { low: value - 2, high: value + 3 } },
    because: 'A <cellar> was counted twice.',
  })

test('what is right counts, what was published stays to be read', async () => {
  const at = await measuredCase()
  expect(await correct(at, 1, 60)).toMatchObject({ ok: true })
  expect(await indicatorIn(at)).toMatchObject({
    measurements: [{ number: 2, value: 60, range: { low: 58, high: 63 } }],
    corrected: [{ number: 1, value: 61, reason: 'A <cellar> was counted twice.' }],
  })
  expect(await correct(at, 1, 59)).toMatchObject({ refusal: 'corrected-already' })
  expect(await correct(at, 2, 59)).toMatchObject({ ok: true })
  expect((await indicatorIn(at)).corrected.map(({ number }) => number)).toEqual([1, 2])
  expect((await indicatorIn(at)).measurements.map(({ value }) => value)).toEqual([59])
  const facts = await entries(real.read(town.place.id), { problem: at.problem })
  expect(facts.filter(({ kind }) => kind === 'outcome.measurement-corrected')).toHaveLength(2)
})

test('the trace leads to what counts alone', async () => {
  const at = await measuredCase()
  await correct(at, 1, 60)
  const { measurements, corrected } = await indicatorIn(at)
  const from = async (id: Id<'measurement'> | undefined) =>
    id ? (await upstream(real.read(town.place.id), { kind: 'measurement', id })).length : -1
  expect(await from(corrected[0]?.id)).toBe(0)
  expect(await from(measurements[0]?.id)).toBeGreaterThan(0)
})

test('of two corrections at once one is refused', async () => {
  const at = await measuredCase()
  const both = await Promise.all([correct(at, 1, 60), correct(at, 1, 59)])
  expect(both.map((one) => (one.ok ? 'corrected' : one.refusal)).toSorted()).toEqual(['corrected', 'corrected-already'])
})

test('the database itself deletes no measurement, changes none, corrects none twice and knows no tomorrow', async () => {
  const at = await measuredCase()
  await correct(at, 1, 60)
  const { measurements, corrected, id } = await indicatorIn(at)
  const past = (text: string) => real.transact(town.place.id, null, (tx) => sql.raw(text).execute(tx))
  await expect(past(`delete from outcome.measurement`)).rejects.toThrow('permission denied')
  await expect(past(`update outcome.measurement set value = 1`)).rejects.toThrow('permission denied')
  const copied = (changed: string) =>
    past(`insert into outcome.measurement (jurisdiction_id, id, indicator_id, number, value, measured_on, source, by_account, at,
      corrects_id, corrected_because)
      select jurisdiction_id, gen_random_uuid(), indicator_id, 99, value, ${changed}
      from outcome.measurement where id = '${measurements[0]?.id}'`)
  await expect(copied(`measured_on, 'Else', by_account, at, '${corrected[0]?.id}', 'Again'`)).rejects.toThrow('unique')
  await expect(copied(`(at + interval '3 days')::date, 'Else', by_account, at, null, ''`)).rejects.toThrow(
    'nothing_is_measured_tomorrow',
  )
  const other = await measuredCase()
  const elsewhere = (await indicatorIn(other)).measurements[0]?.id
  await expect(copied(`measured_on, 'Else', by_account, at, '${elsewhere}', 'Wrong case'`)).rejects.toThrow(
    'foreign key',
  )
  expect((await indicatorIn(at)).id).toBe(id)
})

test('the page keeps what was typed, says what is wrong, and shows both values in both languages', async () => {
  const at = await measuredCase()
  const go = (address: 'outcome.correcting' | 'outcome.correct', fields: Readonly<Record<string, string>> = {}) =>
    answerAt(
      outcomeRoutes,
      address,
      visitIn(real, town.place, {
        as: town.people.chen,
        at: today,
        params: { problem: at.slug, number: 1, measurement: 1 },
        typed: typed(fields),
      }),
    )
  expect(textOf(await go('outcome.correcting'))).toContain('value="61"')
  const fields = { value: '60', low: '58', high: '', on: '2027-04-01', source: 'Coast <Office>', because: '' }
  const half = await go('outcome.correct', fields)
  expect(half).toMatchObject({ status: 422 })
  for (const words of ['Write both ends', '#field-high', '#field-because', 'value="58"'])
    expect(textOf(half)).toContain(words)
  const tomorrow = await go('outcome.correct', { ...fields, high: '62', on: '2027-05-03', because: 'So it was' })
  expect(textOf(tomorrow)).toContain('That day lies in the future.')
  expect(await go('outcome.correct', { ...fields, high: '62', because: 'A cellar twice' })).toMatchObject({
    kind: 'redirect',
    done: { text: 'The correction is published' },
  })
  const page = async (lang: string) =>
    textOf(
      await answerAt(
        outcomeRoutes,
        'outcome.page',
        visitIn(real, town.place, { lang, at: today, params: { problem: at.slug } }),
      ),
    )
  for (const words of ['between 58 and 62', 'One value was corrected', '61 homes', 'A cellar twice', 'fm-chart__range'])
    expect(await page('en')).toContain(words)
  expect(await page('da')).toContain('Én værdi er rettet')
})
