import { appendFile, readFile } from 'node:fs/promises'
import { methodOf } from '@folkmoot/basics/addresses.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown } from '../platform/identity/testing.ts'
import { openCase } from '../stages/opinion/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { routes } from './router.ts'
import { judge } from './testing-fuzz.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { oddly } from './testing-odd.ts'
import { rowOf, type FormFound } from './testing-row-forms.ts'
import { findForms } from './testing-town-forms.ts'
import { watchWrites, type Watch } from './testing-written.ts'
import type { Browser, TestHouse } from './testing.ts'

/**
 * Every form of the town with what no page would send: no answer of 500, none after more than a second, nothing half-written.
 * A few inputs a form here; `npm run fuzz` gives each ten thousand.
 */

/** In `npm test`: a few inputs for each form of one page of each kind. */
const isShort = process.env['FUZZ_INPUTS'] === undefined
const inputs = Number(process.env['FUZZ_INPUTS'] ?? 3)
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)
const mostSaid = 1_500
/** A file with the names of forms that are done: what was broken off goes on behind them. */
const doneFile = process.env['FUZZ_DONE']

let house: TestHouse
let town: Lindhavn
let watch: Watch
let elsewhere: readonly string[]
const browsers = new Map<string, Browser>()

/** Who sees most forms between them; in the long run all who see one nobody else sees. */
const readers = [
  ...(['clerk', 'ragna', 'administrator', 'amira'] as const),
  ...(isShort ? [] : (['facilitator', 'idris', 'sailing'] as const)),
]

async function open(): Promise<void> {
  ;({ house, town } = await openHouseInLindhavn(6))
  const other = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, other)
  const told = await openCase(house.database, other, { statements: ['The quay is for people.'] })
  elsewhere = [
    told.slug,
    told.problem,
    other.place.id,
    other.people.alice.account ?? '',
    other.people.dora.account ?? '',
  ]
  await signIn()
  watch = await watchWrites(house)
}

async function signIn(): Promise<void> {
  for (const who of readers) browsers.set(who, await house.browser(town.place, town.people[who].account))
  browsers.set('visitor', await house.browser(town.place, null))
}

async function close(): Promise<void> {
  await watch.close()
  await house.close()
}

beforeAll(open, 600_000)
afterAll(close)

/** Ten thousand inputs leave little of a town: in the long run each form has its own. */
async function beginAnew(): Promise<void> {
  if (isShort) return signIn()
  await close()
  await open()
}

/** How often it was taken, and what was wrong first; the long run looks for the shortest input that is. */
async function tried({ who, forms }: FormFound): Promise<{ readonly taken: number; readonly fault?: string }> {
  const browser = browsers.get(who)
  if (!browser) throw new Error(`nobody stands for ${who}`)
  const trial = { house, watch, browser, place: town.place.slug }
  let taken = 0
  const run = fc.asyncProperty(oddly(forms, elsewhere), async (sent) => {
    const { isTaken, faults } = await judge(trial, sent)
    if (isTaken) taken += 1
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })
  const { counterexample, errorInstance, failed } = await fc.check(run, {
    numRuns: inputs,
    seed,
    endOnFailure: isShort,
  })
  if (!failed) return { taken }
  return {
    taken,
    fault: `${who}, seed ${seed}: ${String(errorInstance)}\n${JSON.stringify(counterexample).slice(0, mostSaid)}`,
  }
}

it('takes or refuses whatever a form is sent with, in time, and never by half', { timeout: 86_400_000 }, async () => {
  const forms = await findForms({ place: town.place.slug, browsers, isShort })
  const done = new Set(doneFile ? (await readFile(doneFile, 'utf8').catch(() => '')).split('\n') : [])
  const faults: string[] = []
  let taken = 0
  for (const form of forms.filter(({ key }) => !done.has(key))) {
    await beginAnew()
    await watch.since()
    const said = await tried(form)
    taken += said.taken
    if (said.fault) faults.push(said.fault)
    else if (doneFile) await appendFile(doneFile, `${form.key}\n`)
    if (!isShort) console.log(`${said.fault ?? 'well'} ${form.key} (${said.taken} taken)`)
  }
  expect(faults).toEqual([])
  const posted = new Set(forms.flatMap((one) => one.forms.map(({ path }) => rowOf(path)?.at)))
  expect(routes.filter(({ at }) => methodOf(at) === 'POST' && !posted.has(at)).map(({ at }) => at)).toEqual([])
  // Who is only ever refused tries no act.
  expect(taken).toBeGreaterThan(done.size > 0 ? 0 : 60)
})
