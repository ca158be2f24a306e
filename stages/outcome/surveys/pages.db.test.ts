import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { outcomeWaitingFor } from '../index.ts'
import { itemsFor } from './instruments.ts'
import { opening, over, surveysIn, type Surveys } from './testing.ts'

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

describe('the pages', () => {
  test('keep half of it: what was sent stays, she goes on where she stopped, and her desk says so', async () => {
    const at = await its.groupOf(0)
    await its.open(at)
    const hers = itemsFor('member', 'start')
    const first = hers.slice(0, 10)
    const as = town.people.alice
    const sent = { page: '1', ...Object.fromEntries(first.map(({ key, to }) => [key, String(to)])) }
    const params = { moment: 'start' }
    const reply = await its.go(at, 'outcome.answer-survey', { as, params, typed: typed(sent) })
    expect(reply).toMatchObject({ kind: 'redirect', done: { text: 'Your answers are kept' } })
    expect(reply).toMatchObject({ to: expect.stringContaining('?page=2') as string })
    expect(textOf(await its.go(at, 'outcome.survey', { as, params }))).toContain('Page 2 of 2')
    const waiting = await outcomeWaitingFor(visitIn(real, town.place, { as, at: opening }), { most: 60 })
    const left = hers.length - 10
    expect(waiting.first.map(({ detail }) => detail)).toContain(`${left} questions are open`)
    const rest = { page: '2', ...Object.fromEntries(hers.slice(10).map(({ key }) => [key, 'none'])) }
    expect(await its.go(at, 'outcome.answer-survey', { as, params, typed: typed(rest) })).toMatchObject({
      done: { next: expect.stringContaining('until') as string },
    })
  })

  test('give back what was chosen where one answer is none of the scale', async () => {
    const at = await its.groupOf(0)
    await its.open(at)
    const [one, two] = itemsFor('member', 'start')
    const sent = { page: '1', [one?.key ?? '']: '4', [two?.key ?? '']: '8' }
    const reply = await its.go(at, 'outcome.answer-survey', {
      as: town.people.alice,
      params: { moment: 'start' },
      typed: typed(sent),
    })
    expect(reply).toMatchObject({ status: 422 })
    expect(textOf(reply)).toContain(`#field-${two?.key}`)
    expect(textOf(reply)).toMatch(/ checked/)
  })

  test('tell who is not asked, and who comes too late, where the results are', async () => {
    const at = await its.groupOf(0)
    await its.open(at)
    const params = { moment: 'start' }
    expect(textOf(await its.go(at, 'outcome.survey', { as: town.people.aisha, params }))).toContain('You are not asked')
    const late = await its.go(at, 'outcome.survey', { as: town.people.alice, params, at: over })
    expect(textOf(late)).toContain('This survey is closed')
    expect(await its.go(at, 'outcome.survey', { as: town.people.alice, params: { moment: 'never' } })).toMatchObject({
      kind: 'not-found',
    })
  })

  test('open a survey for who may, keep what was typed, and speak Danish', async () => {
    const at = await its.groupOf(0)
    const as = town.people.chen
    const short = await its.go(at, 'outcome.open-survey', {
      as,
      typed: typed({ moment: 'start', closesOn: '2026-11-28' }),
    })
    expect(short).toMatchObject({ status: 422 })
    expect(textOf(short)).toContain('Leave people at least 7 days.')
    expect(textOf(short)).toContain('value="2026-11-28"')
    expect(textOf(await its.go(at, 'outcome.surveys', { as, lang: 'da' }))).toContain('Spørg dem nu')
    expect(textOf(await its.go(at, 'outcome.surveys', { as: town.people.alice }))).not.toContain('Ask them now')
    expect(
      await its.go(at, 'outcome.open-survey', { as, typed: typed({ moment: 'start', closesOn: '2026-12-10' }) }),
    ).toMatchObject({ kind: 'redirect' })
    const hers = textOf(await its.go(at, 'outcome.surveys', { as: town.people.alice, lang: 'da' }))
    expect(hers).toContain('Svar på undersøgelsen')
    expect(
      textOf(await its.go(at, 'outcome.survey', { as: town.people.dora, lang: 'da', params: { moment: 'start' } })),
    ).toContain('Ingen kan læse, hvad du svarer')
  })
})
