import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries, hashOf } from '../../../platform/ledger/index.ts'
import { foundGroup } from '../../arena/testing.ts'
import { outcomeRoutes } from '../routes.tsx'
import { computeLegitimacies } from './computing.ts'
import { figuresOf, method, type Inputs } from './figures.ts'
import { computedOf } from './store.ts'

const today = Temporal.Instant.from('2026-11-26T09:00:00Z')

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

const compute = (slug: string, as = town.people.chen) => computeLegitimacies(real.at(today), as, slug)
const show = async (slug: string, lang = 'en') =>
  textOf(
    await answerAt(
      outcomeRoutes,
      'outcome.legitimacies',
      visitIn(real, town.place, { lang, at: today, params: { problem: slug } }),
    ),
  )

test('the figures of the record can be replayed from the public record alone', async () => {
  const { slug, problem } = await foundGroup(real, town)
  expect(await compute(slug)).toMatchObject({ ok: true, value: { version: 1 } })
  const [kept] = await computedOf(real.read(town.place.id), problem)
  const [fact] = (await entries(real.read(town.place.id), { problem })).filter(
    ({ kind }) => kind === 'outcome.legitimacies-computed',
  )
  if (!fact) throw new Error('no fact')
  const { inputs, inputHash } = fact.public as unknown as { readonly inputs: Inputs; readonly inputHash: string } // as it was recorded
  expect(hashOf(inputs)).toBe(inputHash)
  expect(figuresOf(inputs)).toEqual(kept?.figures)
  expect(kept).toMatchObject({ method, inputHash })
  // dora, a councillor, alice and bashir: two of three seats.
  expect(inputs.counts['citizen-seats']).toEqual({ count: 2, of: 3 })
})

test('the same record is computed once; who may not is refused', async () => {
  const { slug } = await foundGroup(real, town)
  expect(await compute(slug, town.people.alice)).toMatchObject({ refusal: 'not-yours-to-prepare' })
  await compute(slug)
  expect(await compute(slug)).toMatchObject({ refusal: 'nothing-new' })
})

test('the page says what is not known, compares no shares of few, and has no total', async () => {
  const cases = [await foundGroup(real, town), await foundGroup(real, town), await foundGroup(real, town)]
  const { slug } = await foundGroup(real, town)
  expect(await show(slug)).toContain('Nothing is computed yet')
  for (const one of [...cases, { slug }]) await compute(one.slug)
  const html = await show(slug)
  for (const words of [
    '2 of 3',
    'Fewer than three cases that count ten or more',
    'Not known',
    'There is no total',
    method,
  ])
    expect(html).toContain(words)
  expect(html, 'of few no percentage is said').not.toMatch(/\d ?%/)
  expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  expect(await show(slug, 'da')).toContain('Hvorfor man kan stole på det')
})

test('all cases of the place stand beside one another by the year of their hand-over, as a page and as a table', async () => {
  const { slug, problem } = await foundGroup(real, town)
  const waiting = await foundGroup(real, town)
  await compute(slug)
  await compute(waiting.slug)
  await real.transact(town.place.id, null, (tx) =>
    sql`insert into decision.package (jurisdiction_id, id, problem_id, body_id, snapshot, rule_count, rule_unit, due_at, handed_by, handed_at)
      values (${town.place.id}, ${newId('package')}, ${problem}, ${town.council}, '{}', 60, 'days', '2026-03-01T09:00:00Z',
        ${town.people.chen.account}, '2025-12-31T23:30:00Z')`.execute(tx),
  )
  const at = (address: 'legitimacies' | 'legitimacies.table', lang = 'en') =>
    answerAt(outcomeRoutes, address, visitIn(real, town.place, { lang, at: today, params: {} }))
  const html = textOf(await at('legitimacies'))
  expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  // Half past eleven at night in UTC is the next year in the calendar of the place.
  for (const words of ['Every case of 2026', 'Not handed over yet', '2 of 3', 'in 1 case'])
    expect(html).toContain(words)
  const [done, running] = html.split('id="running"')
  expect([done?.includes(`/${slug}/`), running?.includes(`/${slug}/`)]).toEqual([true, false])
  expect([done?.includes(`/${waiting.slug}/`), running?.includes(`/${waiting.slug}/`)]).toEqual([false, true])
  expect(textOf(await at('legitimacies', 'da'))).toContain('Hver sag i 2026')
  const table = await at('legitimacies.table')
  if (table.kind !== 'file') throw new Error('no file')
  expect(String(table.body)).toMatch(new RegExp(`\r\n2026,${slug},input,citizen-seats,2,3,,,,,${method},1,2026-11-26`))
  expect(String(table.body)).toMatch(new RegExp(`\r\n,${waiting.slug},input,citizen-seats,2,3,`))
})
