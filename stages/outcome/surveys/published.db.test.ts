import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { moments, type Moment } from './rules.ts'
import { over, surveysIn, type SurveyedCase, type Surveys } from './testing.ts'

const later = Temporal.Instant.from('2026-12-20T09:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let its: Surveys

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  its = surveysIn(real, town)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

/** Twenty-four citizens answer one question: `counts` of them each answer of the scale. */
async function answeredCase(counts: readonly number[]): Promise<SurveyedCase> {
  const at = await its.groupOf(24)
  await its.open(at)
  await its.answer(at, 'voice', counts)
  await its.closeAll()
  return at
}

/** Asked three times, with the work handed over and answered between the first and the second. */
async function askedThrice(counts: Readonly<Record<Moment, readonly number[]>>): Promise<SurveyedCase> {
  const at = await its.groupOf(24)
  for (const moment of moments) {
    if (moment === 'close')
      await its.rowsOf(`insert into decision.package (jurisdiction_id, id, problem_id, body_id, snapshot, rule_count, rule_unit,
          due_at, handed_by, handed_at, closed_by, closed_at, meeting_on, return_on)
        values ('${town.place.id}', '${newId('package')}', '${at.problem}', '${town.council}', '{}', 60, 'days',
          '2025-11-30T09:00:00Z', '${town.people.chen.account}', '2025-10-01T09:00:00Z',
          '${town.people.dora.account}', '2025-11-01T09:00:00Z', '2025-10-20', '2026-10-20')`)
    expect(await its.open(at, town.people.chen, moment)).toMatchObject({ ok: true })
    await its.answer(at, 'voice', counts[moment], moment)
    await its.closeAll()
  }
  return at
}

/** Everything a stranger can fetch of a case, as one text without its own name. */
async function everythingOf(at: SurveyedCase): Promise<string> {
  const pages = ['outcome.surveys', 'outcome.page', 'outcome.legitimacies', 'outcome.sheet'] as const
  const texts: string[] = []
  for (const lang of ['en', 'da'])
    for (const address of pages) texts.push(textOf(await its.go(at, address, { lang, at: later })))
  const table = await its.go(at, 'legitimacies.table', { at: later })
  const sheet = await its.go(at, 'outcome.sheet-data', { at: later })
  if (table.kind !== 'file' || sheet.kind !== 'file') throw new Error('no file')
  texts.push(String(sheet.body))
  texts.push(
    ...String(table.body)
      .split('\r\n')
      .filter((line) => line.includes(`,${at.slug},`)),
  )
  const facts = await entries(real.read(town.place.id), { problem: at.problem })
  texts.push(...facts.map(({ kind, public: told }) => `${kind} ${JSON.stringify(told)}`))
  return texts.join('\n').replaceAll(at.slug, 'the-case')
}

/** Read when all of them stand: the pages compare a case with the others of its place. */
function everythingOfAll(worlds: readonly SurveyedCase[]): Promise<readonly string[]> {
  return Promise.all(worlds.map(everythingOf))
}

function firstDifference(here = '', there = ''): string {
  const at = [...here].findIndex((letter, index) => letter !== there[index])
  return `${here.slice(at - 80, at + 80)} | ${there.slice(at - 80, at + 80)}`
}

describe('the attack: whoever reads every page, file and fact, of all three rounds, and subtracts', () => {
  // Of each round the parts are the same in both worlds, and every hidden number in them another; so are the differences between them.
  const one = {
    start: [4, 3, 0, 0, 0, 9, 0, 0, 0, 1, 7],
    close: [1, 6, 0, 0, 0, 8, 0, 0, 0, 3, 6],
    later: [5, 1, 1, 0, 0, 9, 0, 0, 0, 4, 4],
  }
  const other = {
    start: [3, 4, 0, 0, 0, 9, 0, 0, 0, 7, 1],
    close: [2, 5, 0, 0, 0, 8, 0, 0, 0, 6, 3],
    later: [5, 0, 2, 0, 0, 9, 0, 0, 0, 2, 6],
  }

  test('abuse 61: finds two worlds the same, to the letter', async () => {
    const worlds = [await askedThrice(one), await askedThrice(other)]
    const [here = '', there] = await everythingOfAll(worlds)
    expect(here === there, firstDifference(here, there)).toBe(true)
    for (const words of ['24 answered', 'outcome.survey-closed', ',input,voice,,,']) expect(here).toContain(words)
  })

  test('finds two worlds differ where what is shown differs: the comparison can fail', async () => {
    const later = [6, 1, 0, 0, 0, 9, 0, 0, 0, 4, 4]
    const [here, there] = await everythingOfAll([await askedThrice(one), await askedThrice({ ...one, later })])
    expect(here === there).toBe(false)
  })
})

describe('what is published', () => {
  test('is the same page, to the letter, for two worlds that differ in what is hidden', async () => {
    // Four said 0 and three said 1, or three and four; one said 9 and seven 10, or seven and one.
    const [one, other] = [
      await answeredCase([4, 3, 0, 0, 0, 9, 0, 0, 0, 1, 7]),
      await answeredCase([3, 4, 0, 0, 0, 9, 0, 0, 0, 7, 1]),
    ]
    for (const lang of ['en', 'da']) {
      const page = async (at: SurveyedCase) =>
        textOf(await its.go(at, 'outcome.surveys', { lang, at: over })).replaceAll(at.slug, 'the-case')
      expect(await page(one)).toBe(await page(other))
    }
  })

  test('shows who answered, the interval, the agreement and every part; and says where they are too few', async () => {
    const at = await answeredCase([4, 3, 0, 0, 0, 9, 0, 0, 0, 1, 7])
    const html = textOf(await its.go(at, 'outcome.surveys', { at: over }))
    for (const words of ['29 were asked', '24 answered', '0–1: 7', 'members of the group', 'Agreement', 'Too few'])
      expect(html).toContain(words)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  })

  test('nothing while it runs', async () => {
    const at = await its.groupOf(24)
    await its.open(at)
    for (const [index, citizen] of at.citizens.entries()) await its.say(at, citizen, 'voice', index % 3)
    const html = textOf(await its.go(at, 'outcome.surveys'))
    expect(html).toContain('The survey is open')
    expect(html).not.toContain('answered.')
    expect(html).not.toContain('0–1')
  })
})
