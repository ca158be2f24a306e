import type { Actor } from '@folkmoot/basics/actor.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries, hashOf } from '../../../platform/ledger/index.ts'
import { surveysPoll } from './jobs.ts'
import * as store from './store.ts'
import { halfway, over, surveysIn, type Surveys } from './testing.ts'

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

describe('a round', () => {
  test('asks everybody at once: the council, the group, and those around; nobody comes later', async () => {
    const at = await its.groupOf(3)
    expect(await its.open(at)).toMatchObject({ ok: true })
    const asked = await store.everybodyAsked(real.read(town.place.id), { problem: at.problem, moment: 'start' })
    const as = (actor: Actor) => asked.find(({ account }) => account === actor.account)?.as
    expect([as(town.people.dora), as(town.people.emil), as(town.people.alice), as(town.people.chen)]).toEqual([
      'politician',
      'politician',
      'member',
      undefined,
    ])
    expect(await its.open(at)).toMatchObject({ refusal: 'opened-already' })
    await expect(
      its.rowsOf(`insert into outcome.survey_asked (jurisdiction_id, problem_id, moment, account_id, asked_as, opened_at)
        select a.jurisdiction_id, a.problem_id, a.moment, '${town.people.aisha.account}', 'member', a.opened_at
        from outcome.survey_asked a where a.problem_id = '${at.problem}' limit 1`),
    ).rejects.toThrow('fixed when a survey opens')
    expect(await its.say(at, town.people.aisha, 'voice', 3)).toMatchObject({ refusal: 'not-asked' })
  })

  test('keeps one answer a person, the last one, until the last moment, and none after it', async () => {
    const at = await its.groupOf(0)
    await its.open(at)
    for (const answer of [3, 9])
      expect(await its.say(at, town.people.alice, 'voice', answer)).toMatchObject({ ok: true })
    const kept = `select answer from outcome.survey_answer where problem_id = '${at.problem}'`
    expect(await its.rowsOf(kept)).toEqual([{ answer: 9 }])
    await its.say(at, town.people.alice, 'voice', null)
    expect(await its.rowsOf(kept), 'taken back').toEqual([])
    expect(await its.say(at, town.people.alice, 'voice', 4, over)).toMatchObject({ refusal: 'survey-closed' })
    // A question that is not hers is not kept, however it was sent.
    await its.say(at, town.people.alice, 'agenda', 4)
    expect(await its.rowsOf(kept)).toEqual([])
  })

  test('reminds once, everybody alike, and publishes once: a bug once, a notice for the silent alone said who they were', async () => {
    const at = await its.groupOf(0)
    await its.open(at)
    await its.say(at, town.people.alice, 'voice', 3)
    await real.queueSql('delete from pgboss.job')
    for (const now of [halfway, halfway, over, over]) await surveysPoll(real.at(now), town.place.id)
    const { rows } = await real.queueSql(`select data from pgboss.job where name = 'notices.tell' order by created_on`)
    const told = (rows as readonly { data: { message: string; only: readonly string[]; about: { id: string } } }[])
      .map(({ data }) => data)
      .filter(({ about }) => about.id === at.problem)
    expect(told.map(({ message }) => message)).toEqual(['told.survey-reminder', 'told.survey-closed'])
    for (const { account } of [town.people.alice, town.people.bashir]) expect(told[0]?.only).toContain(account)
    expect(told[0]?.only.toSorted()).toEqual(told[1]?.only.toSorted())
    const closed = (await entries(real.read(town.place.id), { problem: at.problem })).filter(
      ({ kind }) => kind === 'outcome.survey-closed',
    )
    const round = await store.roundOf(real.read(town.place.id), at.problem, 'start')
    expect(closed).toHaveLength(1)
    expect(closed[0]?.public).toMatchObject({ sha256: round?.published && hashOf(round.published), answered: null })
  })

  test('two who close it at once publish it once', async () => {
    const at = await its.groupOf(0)
    await its.open(at)
    await Promise.all([its.closeAll(), its.closeAll()])
    const facts = await entries(real.read(town.place.id), { problem: at.problem })
    expect(facts.filter(({ kind }) => kind === 'outcome.survey-closed')).toHaveLength(1)
  })
})

describe('nobody can join who answered with what was answered', () => {
  test('while it runs no row of an answer names an account, a time, or anything an account can be found by', async () => {
    const at = await its.groupOf(2)
    await its.open(at)
    await its.say(at, town.people.alice, 'voice', 3)
    const [answer = {}] = await its.rowsOf(`select * from outcome.survey_answer where problem_id = '${at.problem}'`)
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
    const [{ alone } = {}] = await its.rowsOf(`select not exists (
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

  test('when it closes the answers, the key and who was asked are gone, and the database keeps none beyond it', async () => {
    const at = await its.groupOf(2)
    await its.open(at)
    await its.say(at, town.people.alice, 'voice', 3)
    const close = `update outcome.survey_round set key = null, closed_at = closes_at + interval '1 day', published = '{}'
      where problem_id = '${at.problem}'`
    await expect(its.rowsOf(close)).rejects.toThrow('do not outlive')
    const asked = `outcome.survey_asked where problem_id = '${at.problem}'`
    await expect(its.rowsOf(`delete from ${asked}`)).rejects.toThrow('taken out of a survey that runs')
    await its.closeAll()
    expect(await its.rowsOf(`select 1 from ${asked}`)).toEqual([])
    expect(await its.rowsOf(`select 1 from outcome.survey_answer where problem_id = '${at.problem}'`)).toEqual([])
    expect(await its.rowsOf(`select key from outcome.survey_round where problem_id = '${at.problem}'`)).toEqual([
      { key: null },
    ])
    await expect(its.rowsOf(close)).rejects.toThrow('as it was opened and closed')
    await expect(
      its.rowsOf(`insert into outcome.survey_answer values ('${town.place.id}', gen_random_uuid(), '${at.problem}', 'start',
        sha256('x'), 'member', 'voice', 3)`),
    ).rejects.toThrow('this survey is closed')
  })

  test('her own page says how many questions she answered, never what', async () => {
    const at = await its.groupOf(0)
    await its.open(at)
    await its.say(at, town.people.alice, 'voice', 9)
    const shown = textOf(
      await its.go(at, 'outcome.survey', { as: town.people.alice, params: { moment: 'start' }, query: 'page=1' }),
    )
    expect(shown).toContain('Nobody can read what you answer')
    for (let page = 1; page <= 2; page += 1) {
      const html = textOf(
        await its.go(at, 'outcome.survey', {
          as: town.people.alice,
          params: { moment: 'start' },
          query: `page=${page}`,
        }),
      )
      expect(html).not.toMatch(/ checked/)
    }
  })
})
