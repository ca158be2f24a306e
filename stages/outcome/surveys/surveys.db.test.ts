import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn, type Going } from '../../../platform/http/testing.ts'
import { ensureAccount } from '../../../platform/identity/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries, hashOf } from '../../../platform/ledger/index.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { outcomeWaitingFor } from '../index.ts'
import { outcomeRoutes } from '../routes.tsx'
import { answerSurvey, openSurvey } from './commands.ts'
import { items, itemsFor } from './instruments.ts'
import type { Moment } from './rules.ts'
import { surveysPoll } from './jobs.ts'
import * as store from './store.ts'

const opening = Temporal.Instant.from('2026-11-26T09:00:00Z')
const closesOn = Temporal.PlainDate.from('2026-12-10')
const halfway = Temporal.Instant.from('2026-12-04T09:00:00Z')
const over = Temporal.Instant.from('2026-12-11T09:00:00Z')

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

type Case = TestGroup & { readonly citizens: readonly Actor[] }

/** A group of dora, alice, bashir and so many more citizens. */
async function groupOf(more: number): Promise<Case> {
  const accounts = await real.transact(town.place.id, null, async (tx) => {
    const made: Id<'account'>[] = []
    for (let i = 0; i < more; i += 1) made.push(await ensureAccount(tx, `${crypto.randomUUID()}@example.org`, 'en'))
    return made
  })
  const group = await foundGroup(real, town, { more: accounts, mandate: { recipientBody: town.council } })
  const citizens = accounts.map((account): Actor => ({
    ...town.people.alice,
    account,
    roles: [{ name: 'resident', scope: town.place.id }],
  }))
  return { ...group, citizens }
}

const open = ({ slug }: Case, as: Actor = town.people.chen) =>
  openSurvey(real.at(opening), as, { slug, place: town.place, moment: 'start', closesOn })

const say = (at: Case, as: Actor, key: string, answer: number | null, now = opening, moment: Moment = 'start') => {
  const item = items.find((one) => one.key === key)
  if (!item) throw new Error(`no question ${key}`)
  return answerSurvey(real.at(now), as, { slug: at.slug, moment, answers: new Map([[item, answer]]) })
}

const closeAll = () => surveysPoll(real.at(over), town.place.id)
const rowsOf = async (text: string) =>
  (await real.transact(town.place.id, null, (tx) => sql.raw<Record<string, unknown>>(text).execute(tx))).rows
const go = (at: Case, address: Parameters<typeof answerAt>[1], { params = {}, ...going }: Going = {}) =>
  answerAt(
    outcomeRoutes,
    address,
    visitIn(real, town.place, { at: opening, ...going, params: { problem: at.slug, ...params } }),
  )

describe('a round', () => {
  test('asks everybody at once: the council, the group, and those around; nobody comes later', async () => {
    const at = await groupOf(3)
    expect(await open(at)).toMatchObject({ ok: true })
    const asked = await store.everybodyAsked(real.read(town.place.id), { problem: at.problem, moment: 'start' })
    const as = (actor: Actor) => asked.find(({ account }) => account === actor.account)?.as
    expect([as(town.people.dora), as(town.people.emil), as(town.people.alice), as(town.people.chen)]).toEqual([
      'politician',
      'politician',
      'member',
      undefined,
    ])
    expect(await open(at)).toMatchObject({ refusal: 'opened-already' })
    await expect(
      rowsOf(`insert into outcome.survey_asked (jurisdiction_id, problem_id, moment, account_id, asked_as, opened_at)
        select a.jurisdiction_id, a.problem_id, a.moment, '${town.people.aisha.account}', 'member', a.opened_at
        from outcome.survey_asked a where a.problem_id = '${at.problem}' limit 1`),
    ).rejects.toThrow('fixed when a survey opens')
    expect(await say(at, town.people.aisha, 'voice', 3)).toMatchObject({ refusal: 'not-asked' })
  })

  test('keeps one answer a person, the last one, until the last moment, and none after it', async () => {
    const at = await groupOf(0)
    await open(at)
    for (const answer of [3, 9]) expect(await say(at, town.people.alice, 'voice', answer)).toMatchObject({ ok: true })
    const kept = `select answer from outcome.survey_answer where problem_id = '${at.problem}'`
    expect(await rowsOf(kept)).toEqual([{ answer: 9 }])
    await say(at, town.people.alice, 'voice', null)
    expect(await rowsOf(kept), 'taken back').toEqual([])
    expect(await say(at, town.people.alice, 'voice', 4, over)).toMatchObject({ refusal: 'survey-closed' })
    // A question that is not hers is not kept, however it was sent.
    await say(at, town.people.alice, 'agenda', 4)
    expect(await rowsOf(kept)).toEqual([])
  })

  test('reminds once, only who is silent, and publishes once', async () => {
    const at = await groupOf(0)
    await open(at)
    await say(at, town.people.alice, 'voice', 3)
    await real.queueSql('delete from pgboss.job')
    for (const now of [halfway, halfway, over, over]) await surveysPoll(real.at(now), town.place.id)
    const { rows } = await real.queueSql(`select data from pgboss.job where name = 'notices.tell' order by created_on`)
    const told = (rows as readonly { data: { message: string; only: readonly string[]; about: { id: string } } }[])
      .map(({ data }) => data)
      .filter(({ about }) => about.id === at.problem)
    expect(told.map(({ message }) => message)).toEqual(['told.survey-reminder', 'told.survey-closed'])
    expect(told[0]?.only).not.toContain(town.people.alice.account)
    expect(told[0]?.only).toContain(town.people.bashir.account)
    const closed = (await entries(real.read(town.place.id), { problem: at.problem })).filter(
      ({ kind }) => kind === 'outcome.survey-closed',
    )
    const round = await store.roundOf(real.read(town.place.id), at.problem, 'start')
    expect(closed).toHaveLength(1)
    expect(closed[0]?.public).toMatchObject({ sha256: round?.published && hashOf(round.published), answered: null })
  })

  test('two who close it at once publish it once', async () => {
    const at = await groupOf(0)
    await open(at)
    await Promise.all([closeAll(), closeAll()])
    const facts = await entries(real.read(town.place.id), { problem: at.problem })
    expect(facts.filter(({ kind }) => kind === 'outcome.survey-closed')).toHaveLength(1)
  })
})

describe('nobody can join who answered with what was answered', () => {
  test('while it runs no row of an answer names an account, a time, or anything an account can be found by', async () => {
    const at = await groupOf(2)
    await open(at)
    await say(at, town.people.alice, 'voice', 3)
    const [answer = {}] = await rowsOf(`select * from outcome.survey_answer where problem_id = '${at.problem}'`)
    expect(Object.keys(answer).toSorted()).toEqual([
      'answer',
      'answered_as',
      'id',
      'item',
      'jurisdiction_id',
      'moment',
      'problem_id',
      'respondent',
    ])
    expect(String(answer['id']).charAt(14), 'an id that tells no time').toBe('4')
    // Written in a transaction in which nothing else was written: no transaction number leads from one to the other.
    const [{ alone } = {}] = await rowsOf(`select not exists (
        select from outcome.survey_asked a where a.xmin = w.xmin
        union all select from ledger.event e where e.xmin = w.xmin
        union all select from notices.follow f where f.xmin = w.xmin
        union all select from thread.link l where l.xmin = w.xmin
      ) as alone from outcome.survey_answer w where w.problem_id = '${at.problem}'`)
    expect(alone).toBe(true)
    const facts = await entries(real.read(town.place.id), { problem: at.problem })
    expect(facts.map(({ kind }) => kind)).not.toContain('outcome.survey-answered')
    expect(JSON.stringify(facts)).not.toContain(String(town.people.alice.account))
  })

  test('when it closes the answers and the key are gone, and the database keeps none beyond it', async () => {
    const at = await groupOf(2)
    await open(at)
    await say(at, town.people.alice, 'voice', 3)
    const close = `update outcome.survey_round set key = null, closed_at = closes_at + interval '1 day', published = '{}'
      where problem_id = '${at.problem}'`
    await expect(rowsOf(close)).rejects.toThrow('do not outlive')
    await closeAll()
    expect(await rowsOf(`select 1 from outcome.survey_answer where problem_id = '${at.problem}'`)).toEqual([])
    expect(await rowsOf(`select key from outcome.survey_round where problem_id = '${at.problem}'`)).toEqual([
      { key: null },
    ])
    await expect(rowsOf(close)).rejects.toThrow('as it was opened and closed')
    await expect(
      rowsOf(`insert into outcome.survey_answer values ('${town.place.id}', gen_random_uuid(), '${at.problem}', 'start',
        sha256('x'), 'member', 'voice', 3)`),
    ).rejects.toThrow('this survey is closed')
  })

  test('her own page says how many questions she answered, never what', async () => {
    const at = await groupOf(0)
    await open(at)
    await say(at, town.people.alice, 'voice', 9)
    const shown = textOf(
      await go(at, 'outcome.survey', { as: town.people.alice, params: { moment: 'start' }, query: 'page=1' }),
    )
    expect(shown).toContain('Nobody can read what you answer')
    for (let page = 1; page <= 2; page += 1) {
      const html = textOf(
        await go(at, 'outcome.survey', { as: town.people.alice, params: { moment: 'start' }, query: `page=${page}` }),
      )
      expect(html).not.toMatch(/ checked/)
    }
  })
})

/** Twenty-four citizens answer one question: `counts` of them each answer of the scale. */
async function answeredCase(counts: readonly number[]): Promise<Case> {
  const at = await groupOf(24)
  await open(at)
  const answers = counts.flatMap((people, answer) => Array.from({ length: people }, () => answer))
  for (const [index, answer] of answers.entries()) {
    const citizen = at.citizens[index]
    if (citizen) await say(at, citizen, 'voice', answer)
  }
  await closeAll()
  return at
}

describe('what is published', () => {
  test('is the same page, to the letter, for two worlds that differ in what is hidden', async () => {
    // Four said 0 and three said 1, or three and four; one said 9 and seven 10, or seven and one.
    const [one, other] = [
      await answeredCase([4, 3, 0, 0, 0, 9, 0, 0, 0, 1, 7]),
      await answeredCase([3, 4, 0, 0, 0, 9, 0, 0, 0, 7, 1]),
    ]
    for (const lang of ['en', 'da']) {
      const page = async (at: Case) =>
        textOf(await go(at, 'outcome.surveys', { lang, at: over })).replaceAll(at.slug, 'the-case')
      expect(await page(one)).toBe(await page(other))
    }
  })

  test('shows who answered, the interval, the agreement and every part; and says where they are too few', async () => {
    const at = await answeredCase([4, 3, 0, 0, 0, 9, 0, 0, 0, 1, 7])
    const html = textOf(await go(at, 'outcome.surveys', { at: over }))
    for (const words of ['29 were asked', '24 answered', '0–1: 7', 'members of the group', 'Agreement', 'Too few'])
      expect(html).toContain(words)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  })

  test('nothing while it runs', async () => {
    const at = await groupOf(24)
    await open(at)
    for (const [index, citizen] of at.citizens.entries()) await say(at, citizen, 'voice', index % 3)
    const html = textOf(await go(at, 'outcome.surveys'))
    expect(html).toContain('The survey is open')
    expect(html).not.toContain('answered.')
    expect(html).not.toContain('0–1')
  })
})

describe('the pages', () => {
  test('keep half of it: what was sent stays, she goes on where she stopped, and her desk says so', async () => {
    const at = await groupOf(0)
    await open(at)
    const hers = itemsFor('member', 'start')
    const first = hers.slice(0, 10)
    const as = town.people.alice
    const sent = { page: '1', ...Object.fromEntries(first.map(({ key, to }) => [key, String(to)])) }
    const params = { moment: 'start' }
    const reply = await go(at, 'outcome.answer-survey', { as, params, typed: typed(sent) })
    expect(reply).toMatchObject({ kind: 'redirect', done: { text: 'Your answers are kept' } })
    expect(reply).toMatchObject({ to: expect.stringContaining('?page=2') as string })
    expect(textOf(await go(at, 'outcome.survey', { as, params }))).toContain('Page 2 of 2')
    const waiting = await outcomeWaitingFor(visitIn(real, town.place, { as, at: opening }), { most: 60 })
    const left = hers.length - 10
    expect(waiting.first.map(({ detail }) => detail)).toContain(`${left} questions are open`)
    const rest = { page: '2', ...Object.fromEntries(hers.slice(10).map(({ key }) => [key, 'none'])) }
    expect(await go(at, 'outcome.answer-survey', { as, params, typed: typed(rest) })).toMatchObject({
      done: { next: expect.stringContaining('until') as string },
    })
  })

  test('give back what was chosen where one answer is none of the scale', async () => {
    const at = await groupOf(0)
    await open(at)
    const [one, two] = itemsFor('member', 'start')
    const sent = { page: '1', [one?.key ?? '']: '4', [two?.key ?? '']: '8' }
    const reply = await go(at, 'outcome.answer-survey', {
      as: town.people.alice,
      params: { moment: 'start' },
      typed: typed(sent),
    })
    expect(reply).toMatchObject({ status: 422 })
    expect(textOf(reply)).toContain(`#field-${two?.key}`)
    expect(textOf(reply)).toMatch(/ checked/)
  })

  test('tell who is not asked, and who comes too late, where the results are', async () => {
    const at = await groupOf(0)
    await open(at)
    const params = { moment: 'start' }
    expect(textOf(await go(at, 'outcome.survey', { as: town.people.aisha, params }))).toContain('You are not asked')
    const late = await go(at, 'outcome.survey', { as: town.people.alice, params, at: over })
    expect(textOf(late)).toContain('This survey is closed')
    expect(await go(at, 'outcome.survey', { as: town.people.alice, params: { moment: 'never' } })).toMatchObject({
      kind: 'not-found',
    })
  })

  test('open a survey for who may, keep what was typed, and speak Danish', async () => {
    const at = await groupOf(0)
    const as = town.people.chen
    const short = await go(at, 'outcome.open-survey', {
      as,
      typed: typed({ moment: 'start', closesOn: '2026-11-28' }),
    })
    expect(short).toMatchObject({ status: 422 })
    expect(textOf(short)).toContain('Leave people at least 7 days.')
    expect(textOf(short)).toContain('value="2026-11-28"')
    expect(textOf(await go(at, 'outcome.surveys', { as, lang: 'da' }))).toContain('Spørg dem nu')
    expect(textOf(await go(at, 'outcome.surveys', { as: town.people.alice }))).not.toContain('Ask them now')
    expect(
      await go(at, 'outcome.open-survey', { as, typed: typed({ moment: 'start', closesOn: '2026-12-10' }) }),
    ).toMatchObject({ kind: 'redirect' })
    const hers = textOf(await go(at, 'outcome.surveys', { as: town.people.alice, lang: 'da' }))
    expect(hers).toContain('Svar på undersøgelsen')
    expect(
      textOf(await go(at, 'outcome.survey', { as: town.people.dora, lang: 'da', params: { moment: 'start' } })),
    ).toContain('Ingen kan læse, hvad du svarer')
  })
})
