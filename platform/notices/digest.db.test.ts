import { type Thing } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown, type Town } from '../identity/testing.ts'
import { accountOfStopLink, bindCaseNames, isFollowing, mailDigests, markRead, stopByLink, tell } from './index.ts'
import { aThing, hearing, newsOf } from './testing.ts'

let testing: TestDatabase
let database: Database
let town: Town
let here: ReturnType<typeof hearing>

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 4 })
})

beforeEach(async () => {
  await database.queueSql('delete from pgboss.job')
  town = await foundTown(database)
  here = hearing(database, town)
})

afterAll(async () => {
  await database.close()
  await testing.drop()
})

describe('a digest', () => {
  const settings = {
    origin: () => 'https://folkmoot.example',
    say: () => (message: string) => `News: ${message}`,
  }
  const timeZone = 'Europe/Copenhagen'
  const today = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate()
  const at = (time: string, days = 0): Temporal.Instant =>
    today.add({ days }).toZonedDateTime({ timeZone, plainTime: time }).toInstant()
  const mailAt = (now: Temporal.Instant): Promise<void> => mailDigests(database.at(now), town.place, settings)

  async function happensAt(now: Temporal.Instant, idea: Thing, params: { problem: string } = { problem: 'harbour' }) {
    await database.at(now).transact(town.place.id, null, (tx) => tell(tx, { ...newsOf(idea), params }))
    await here.runJobs()
  }

  beforeEach(() => {
    expect(town.place.timeZone).toBe(timeZone)
  })

  test('is one mail a day by the place’s morning, with all that happened before it', async () => {
    const idea = aThing()
    for (const name of ['alice', 'bashir'] as const) await here.follows(name, idea)
    await here.prefers('alice', 'en', 'digest')
    await here.prefers('bashir', 'en', 'never')
    await happensAt(at('09:00', 1), idea)
    await happensAt(at('21:00', 1), idea)
    for (const now of [at('21:01', 1), at('06:59', 2)]) await mailAt(now)
    expect(await here.mails()).toEqual([])
    await Promise.all([mailAt(at('07:01', 2)), mailAt(at('07:01', 2))])
    await happensAt(at('07:02', 2), idea)
    for (const now of [at('07:03', 2), at('23:00', 2)]) await mailAt(now)
    const mails = await here.mails()
    expect(mails).toMatchObject([{ to: 'alice@example.org', subject: 'Testhavn: 2 things have happened' }])
    const link = `https://folkmoot.example/en/${town.place.slug}/problems/harbour/answer`
    const one = `News: told.answered\nRead on: ${link}\n\n`
    expect(mails[0]?.text).toContain(
      `Good morning. 2 things have happened in Testhavn with what you wrote or follow.\n\n${one}${one}-- \n`,
    )
    await mailAt(at('07:00', 3))
    expect(await here.mails()).toHaveLength(2)
  })

  test('says the news by case and names each case once, what belongs to none last', async () => {
    bindCaseNames(async (_, slug) => (slug === 'harbour' ? 'How do we <light> the harbour?' : undefined))
    const idea = aThing()
    await here.follows('alice', idea)
    await here.prefers('alice', 'da', 'digest')
    await happensAt(at('08:00', 1), idea)
    await happensAt(at('08:30', 1), idea, { problem: 'gone' })
    await happensAt(at('09:00', 1), idea)
    await mailAt(at('07:01', 2))
    bindCaseNames(async () => undefined)
    const [mail] = await here.mails()
    expect(mail?.text.match(/\* .*|News/g)).toEqual([
      '* How do we <light> the harbour?',
      'News',
      'News',
      '* Andet i Testhavn',
      'News',
    ])
    expect(mail?.html).toContain('How do we &lt;light&gt; the harbour?')
    expect(mail?.html).toContain('<html lang="da">')
  })

  test('leaves out what she has read here already', async () => {
    const idea = aThing()
    await here.follows('alice', idea)
    await here.prefers('alice', 'en', 'digest')
    await happensAt(at('08:00'), idea)
    await database.transact(town.place.id, null, (tx) => markRead(tx, here.idOf('alice')))
    await mailAt(at('07:01', 1))
    expect(await here.mails()).toEqual([])
  })

  test('loses nothing when she changes her mind, brings no old news, and never the same twice', async () => {
    const idea = aThing()
    await here.follows('alice', idea)
    await here.prefers('alice', 'en', 'never')
    await happensAt(at('08:00', 1), idea)
    await here.prefers('alice', 'en', 'digest')
    await happensAt(at('09:00', 1), idea)
    expect(await here.mails()).toEqual([])
    await here.prefers('alice', 'en', 'at-once')
    await happensAt(at('10:00', 1), idea)
    expect(await here.mails()).toHaveLength(1)
    await mailAt(at('07:01', 2))
    await mailAt(at('07:02', 2))
    const mails = await here.mails()
    expect(mails.map(({ subject }) => subject as string).toSorted()).toEqual([
      'Testhavn: en decision told.answered Lights?',
      'Testhavn: one thing has happened',
    ])
  })

  test('that cannot be written holds up nobody else’s, and comes when it can: one missing word once stopped the mail of all', async () => {
    const idea = aThing()
    for (const name of ['alice', 'bashir', 'klub'] as const) await here.follows(name, idea)
    await here.prefers('alice', 'en', 'digest')
    await here.prefers('bashir', 'da', 'digest')
    await here.prefers('klub', 'en', 'digest')
    await happensAt(at('08:00', 1), idea)
    const failed: string[] = []
    const withoutDanish = {
      ...settings,
      say: (_: string, lang: string) => (message: string) => {
        if (lang === 'da') throw new Error('no message')
        return message
      },
    }
    const morning = database.at(at('07:01', 2))
    await mailDigests(morning, town.place, withoutDanish, async ({ id }, act) =>
      act().catch(() => void failed.push(id)),
    )
    expect(failed).toEqual([`digest of account ${here.idOf('bashir')}`])
    expect(await here.mails()).toHaveLength(2)
    await mailAt(at('07:02', 2))
    const mails = await here.mails()
    expect(mails.map(({ to }) => to).toSorted((a, b) => a.localeCompare(b))).toEqual(
      ['alice', 'bashir', 'klub'].map((name) => `${name}@example.org`),
    )
  })

  test('is stopped by the link in it, which does nothing else', async () => {
    const idea = aThing()
    await here.follows('alice', idea)
    await here.prefers('alice', 'en', 'digest')
    await happensAt(at('08:00', 1), idea)
    await mailAt(at('07:01', 2))
    const [mail] = await here.mails()
    const token = /\/mails\/([\w-]+)$/.exec(mail?.stop ?? '')?.[1] ?? ''
    expect(mail?.text).toContain(`/mails/${token}\n`)
    expect(await database.transact(town.place.id, null, (tx) => stopByLink(tx, 'guessed'))).toBe(false)
    expect(await database.transact(town.place.id, null, (tx) => stopByLink(tx, token))).toBe(true)
    const read = database.read(town.place.id)
    expect(await accountOfStopLink(read, token)).toBe(here.idOf('alice'))
    expect(await isFollowing(read, here.idOf('alice'), idea.id)).toBe(true)
    await happensAt(at('09:00', 2), idea)
    await mailAt(at('07:01', 3))
    expect(await here.mails()).toHaveLength(1)
    expect(await here.noticesTo('alice')).toHaveLength(2)
  })
})
