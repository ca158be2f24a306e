import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everydayWords } from '../platform/i18n/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { arenaWords } from '../stages/arena/index.ts'
import { decisionWords } from '../stages/decision/index.ts'
import { mandateWords } from '../stages/mandate/index.ts'
import { opinionWords } from '../stages/opinion/index.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import type { PersonKey } from './demo/lindhavn/cast.ts'
import { bus } from './demo/lindhavn/cases/bus.ts'
import { ferryNoise } from './demo/lindhavn/cases/ferry-noise.ts'
import { gasworks } from './demo/lindhavn/cases/gasworks.ts'
import { school } from './demo/lindhavn/cases/school.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { browserOf, escaped, type Browser, type Page, type TestHouse, type Typed } from './testing.ts'

/** What must never be: each a clear sentence in both languages, and no trace in the database. */

const languages = ['en', 'da'] as const
const at = (script: { readonly question: string }): string => `/problems/${slugOf(script.question, 'problem')}`

let house: TestHouse
let town: Lindhavn
let elsewhere: Town

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(12))
  elsewhere = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, elsewhere)
}, 600_000)

afterAll(() => house.close())

function as(key: PersonKey): Promise<Browser> {
  return house.browser(town.place, town.people[key].account)
}

type Expected = { readonly sentence: (lang: string) => string; readonly status?: number }
type Act = (browser: Browser, lang: string) => Promise<Page>

/** In both languages: the status, the sentence, and the database as it was. */
async function expectRefused(who: Browser, act: Act, { sentence, status }: Expected): Promise<void> {
  for (const lang of languages) {
    const before = await house.print()
    const page = await act(who, lang)
    expect([403, 409, 413, 422]).toContain(page.status)
    if (status !== undefined) expect(page.status).toBe(status)
    expect(page.html).toContain(escaped(sentence(lang)))
    expect(page.html).toContain(`<html lang="${lang}"`)
    expect(await house.print()).toEqual(before)
  }
}

const posting =
  (path: string, typed: Typed = {}): Act =>
  (browser, lang) =>
    browser.post(path, typed, lang)

describe('staff', () => {
  const notAllowed = { sentence: (lang: string) => everydayWords.say(lang)('refused.not-allowed'), status: 403 }
  const neverOpens = { sentence: (lang: string) => opinionWords.say(lang)('refused.staff-never-opens') }
  const neverChoose = { sentence: (lang: string) => arenaWords.say(lang)('refused.staff-never-choose') }
  const cases: readonly (readonly [string, string, Typed, Expected])[] = [
    [
      'never opens voting',
      `${at(gasworks)}/statements/open`,
      { until: '2030-01-01', shows: 'after-five', moderation: 'after', decided: 'We did.' },
      neverOpens,
    ],
    [
      'never moves the deadline of voting',
      `${at(school)}/statements/deadline`,
      { until: '2030-01-01', reason: 'The letters came late.', decision: 'We did.' },
      neverOpens,
    ],
    [
      'never moves the close of voting',
      `${at(school)}/statements/deadline`,
      { until: '2030-01-02', reason: 'We want it so.', decision: 'We did.' },
      neverOpens,
    ],
    ['never opens a call', `${at(gasworks)}/people/call`, { until: '2030-01-01' }, neverChoose],
    [
      'never chooses',
      `${at(gasworks)}/people/applications`,
      { 'answer-1': 'select', 'reason-1': 'Because.' },
      neverChoose,
    ],
    [
      'never seats a politician',
      `${at(gasworks)}/people/politicians`,
      { person: '@sanne', reason: 'Because.' },
      neverChoose,
    ],
    ['never calls again', `${at(gasworks)}/people/call/again`, { 'until-again': '2030-01-01' }, neverChoose],
    ['never confirms a group', `${at(gasworks)}/people/confirm`, { exception: 'Because.' }, neverChoose],
    ['never takes a problem up', `${at(school)}/problem/sponsor`, { words: 'I do.' }, notAllowed],
    ['never answers the five questions', `${at(ferryNoise)}/mandate/gate`, {}, notAllowed],
    ['never adopts a mandate', `${at(ferryNoise)}/mandate/confirm`, {}, notAllowed],
    ['never hands over', `${at(school)}/answer/hand-over`, { sure: 'yes' }, notAllowed],
    ['never answers', `${at(bus)}/answer/4/edit`, { kind: 'accept', reason: 'Yes.' }, notAllowed],
    ['never confirms a vote', `${at(bus)}/answer/vote/confirm`, {}, notAllowed],
    ['never closes an answer', `${at(bus)}/answer/close`, {}, notAllowed],
    ['never signs an account', `${at(school)}/outcome/account/sign`, { version: '1' }, notAllowed],
  ]
  it.each(cases)('abuse 36: a public employee, also an administrator, %s', async (_, path, typed, expected) => {
    const person = town.people.sanne.person ?? ''
    const meant = Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [name, value === '@sanne' ? person : value]),
    )
    await expectRefused(await as('clerk'), posting(path, meant), expected)
    const administrator = await as('administrator')
    const before = await house.print()
    expect([403, 409, 422]).toContain((await administrator.post(path, meant)).status)
    expect(await house.print()).toEqual(before)
  })
})

describe('a mandate', () => {
  const incomplete = { sentence: (lang: string) => mandateWords.say(lang)('refused.incomplete') }
  const vote = (): Typed => ({
    seen: '1',
    body: town.council,
    motion: 'Adopted.',
    decidedOn: town.today.toString(),
    reference: 'Item 1',
    votesFor: '19',
    votesAgainst: '0',
    abstentions: '0',
    isCarried: 'yes',
  })

  it('is not published while something is missing', async () => {
    await expectRefused(await as('clerk'), posting(`${at(ferryNoise)}/mandate/adopt`, vote()), incomplete)
    const { html } = await (await as('clerk')).get(`${at(ferryNoise)}/mandate`)
    expect(html).toContain('What is missing before a body can adopt it')
  })

  it('is not published over one “no” at the gate', async () => {
    const path = await raiseWithMandate()
    const ragna = await as('ragna')
    const answers = (last: 'yes' | 'no'): Typed =>
      Object.fromEntries(
        gate.flatMap((question, index) => [
          [`answer-${question}`, index === gate.length - 1 ? last : 'yes'],
          [`reason-${question}`, 'We asked.'],
        ]),
      )
    expect((await ragna.post(`${path}/mandate/gate`, answers('no'))).status).toBe(303)
    await expectRefused(await as('clerk'), posting(`${path}/mandate/adopt`, vote()), incomplete)
    const words = mandateWords.say('en')
    expect((await ragna.get(`${path}/mandate`)).html).toContain(
      escaped(words('missing.no', { question: words('gate.timing-fits') })),
    )
    expect((await ragna.post(`${path}/mandate/gate`, answers('yes'))).status).toBe(303)
    expect((await (await as('clerk')).post(`${path}/mandate/adopt`, vote())).status).toBe(303)
  })
})

const gate = ['citizens-can-help', 'decision-is-open', 'leaders-commit', 'resources-exist', 'timing-fits']

/** A case of Noah's that Ragna has taken up, with every field of its mandate written. */
async function raiseWithMandate(): Promise<string> {
  const raised = await (
    await as('noah')
  ).post('/problems/new', { question: 'Who mows the common?', whatHappens: 'Nobody does.', whoIsAffected: 'Children.' })
  const path = (raised.to ?? '').replace(/^\/en\/[^/]+/, '')
  const ragna = await as('ragna')
  await ragna.post(`${path}/problem/sponsor`, { words: 'I do.' })
  const saved = await ragna.post(`${path}/mandate/edit`, {
    seen: '0',
    question: 'Who mows?',
    background: 'None.',
    tasks: 'Say who.',
    outOfScope: 'Parks.',
    promise: 'collaborate',
    'matter-1': 'Who.',
    'room-1': 'open',
    answerCount: '30',
    answerUnit: 'days',
    parentBody: town.works,
    recipientBody: town.council,
    politicians: '1',
    citizens: '1',
    startsOn: '2030-01-01',
    endsOn: '2030-06-01',
    meetings: '1',
    economicFrame: 'None.',
    'name-1': 'Neighbour',
    'wanted-1': '1',
    'description-1': 'Lives there.',
  })
  expect(saved.status).toBe(303)
  return path
}

describe('a vote', () => {
  it('counts once when it comes a hundred times at once', async () => {
    const voter = await as('noah')
    const before = await countOfVotes()
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => voter.post(`${at(school)}/statements/2/vote`, { choice: 'agree' })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    const after = await countOfVotes()
    expect(after.voters - before.voters).toBe(1)
    expect(after.facts - before.facts).toBe(after.rows - before.rows)
  })

  it('does not count after the close by the clock of the database', async () => {
    // Past the guard that lets nobody move a deadline this way.
    const closes = (at: Temporal.Instant) =>
      house.asOwner(`set session_replication_role = replica;
        update opinion.consultation set closes_at = '${at.toString()}'
        where problem_id = (select id from problem.problem where slug = '${slugOf(school.question, 'problem')}')`)
    const zara = await as('zara')
    await closes(Temporal.Now.instant())
    await expectRefused(zara, posting(`${at(school)}/statements/1/vote`, { choice: 'agree' }), {
      sentence: (lang) => opinionWords.say(lang)('refused.closed'),
      status: 409,
    })
    await closes(Temporal.Now.instant().add({ hours: 240 }))
    expect((await zara.post(`${at(school)}/statements/1/vote`, { choice: 'agree' })).status).toBe(303)
  })
})

async function countOfVotes(): Promise<{ readonly voters: number; readonly rows: number; readonly facts: number }> {
  const [row] = await house.asOwner(`
    select (select count(*)::int from opinion.vote) as rows,
      (select count(*)::int from (select distinct participant_id, statement_id from opinion.vote) as one) as voters,
      (select count(*)::int from ledger.event where kind = 'opinion.vote-cast') as facts`)
  return { rows: Number(row?.['rows']), voters: Number(row?.['voters']), facts: Number(row?.['facts']) }
}

it('does not close an answer while a recommendation waits', async () => {
  await expectRefused(await as('ragna'), posting(`${at(bus)}/answer/close`), {
    sentence: (lang) => decisionWords.say(lang)('refused.items-open'),
  })
})

describe('a form', () => {
  const problem = { question: 'May we cross the road?', whatHappens: 'We may not.', whoIsAffected: 'Children.' }
  const noToken = { sentence: (lang: string) => everydayWords.say(lang)('refused.no-token'), status: 403 }
  const from =
    (headers: Readonly<Record<string, string>>): Act =>
    (browser, lang) =>
      browser.post('/problems/new', problem, lang, headers)
  const acts: readonly (readonly [string, Act])[] = [
    ['without its token', posting('/problems/new', { ...problem, 'form-token': '' })],
    ['with another’s token', posting('/problems/new', { ...problem, 'form-token': 'x'.repeat(43) })],
    ['from another site, by its origin', from({ origin: 'https://evil.example' })],
    ['from another site, as the browser says', from({ 'sec-fetch-site': 'cross-site' })],
    ['from a neighbouring site', from({ 'sec-fetch-site': 'same-site' })],
  ]
  it.each(acts)('%s is refused', async (_, act) => {
    await expectRefused(await as('noah'), act, noToken)
  })

  it('of a member of another place is refused', async () => {
    for (const who of ['dora', 'ada', 'alice'] as const) {
      const { cookie } = await house.browser(elsewhere.place, elsewhere.people[who].account)
      await expectRefused(browserOf(house.ask, town.place, cookie), posting('/problems/new', problem), {
        sentence: (lang) => everydayWords.say(lang)('refused.not-here'),
        status: 403,
      })
    }
  })
})
