import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { setPreferences } from '../identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../identity/testing.ts'
import type { Job } from '../jobs/index.ts'
import type { Mail } from '../mail/index.ts'
import { link } from '../thread/index.ts'
import {
  accountOfStopLink,
  bindCaseNames,
  follow,
  followedBy,
  followerCount,
  isFollowing,
  mailDigests,
  markRead,
  noticesOf,
  stopByLink,
  tell,
  tellJob,
  unfollow,
  unreadCount,
  type Notice,
} from './index.ts'

let testing: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 4 })
})

beforeEach(async () => {
  await database.queueSql('delete from pgboss.job')
  town = await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await testing.drop()
})

const work = tellJob({
  origin: () => 'https://folkmoot.example',
  say: (stage, lang) => (message, values) => `${lang} ${stage} ${message} ${values?.question}`,
})

describe('following', () => {
  test('twice is once, and who wrote it stays its author', async () => {
    const idea = aThing()
    await follows('alice', idea, true)
    await follows('alice', idea)
    await follows('bashir', idea)
    const read = database.read(town.place.id)
    expect(await followerCount(read, idea.id)).toBe(2)
    expect(await followedBy(read, idOf('alice'))).toMatchObject([{ about: idea, asAuthor: true }])
    expect(await isFollowing(read, idOf('bashir'), idea.id)).toBe(true)
    await database.transact(town.place.id, null, (tx) => unfollow(tx, idOf('bashir'), idea.id))
    expect(await isFollowing(read, idOf('bashir'), idea.id)).toBe(false)
    expect(await followerCount(read, newId('idea'))).toBe(0)
  })
})

describe('what happens to an answer', () => {
  const idea = aThing('idea')
  const clause = aThing('clause')
  const recommendation = aThing('recommendation')
  const answer = aThing('answer')

  beforeEach(async () => {
    await database.transact(town.place.id, null, async (tx) => {
      await link(tx, clause, 'cites', idea)
      await link(tx, clause, 'part-of', recommendation)
      await link(tx, answer, 'answers', clause)
    })
  })

  test('is told to whoever wrote or follows anything it came from, once, and to nobody else', async () => {
    await follows('alice', idea, true)
    await follows('alice', clause)
    await follows('bashir', recommendation)
    await follows('klub', answer)
    await follows('emil', aThing())
    await tellOf(answer)
    await runJobs()
    for (const name of ['alice', 'bashir', 'klub'] as const) {
      expect(await noticesTo(name)).toMatchObject([
        {
          stage: 'decision',
          message: 'told.answered',
          values: { question: 'Lights?' },
          address: 'decision.page',
          params: { problem: 'harbour' },
          isRead: false,
        },
      ])
    }
    expect(await noticesTo('emil')).toEqual([])
    expect(await noticesTo('aisha')).toEqual([])
  })

  test('is not told downstream: who follows only the answer does not hear of the idea', async () => {
    await follows('bashir', answer)
    await tellOf(idea)
    await runJobs()
    expect(await noticesTo('bashir')).toEqual([])
  })

  test('is not told to the one who acted', async () => {
    await follows('dora', answer)
    await tellOf(answer, idOf('dora'))
    await runJobs()
    expect(await noticesTo('dora')).toEqual([])
  })

  test('a job that runs twice tells and mails once', async () => {
    await follows('alice', idea)
    await tellOf(answer)
    const [job] = await jobs('notices.tell')
    if (!job) throw new Error('nothing was enqueued')
    await work(database, job)
    await work(database, job)
    expect(await noticesTo('alice')).toHaveLength(1)
    expect(await jobs('mail.send')).toHaveLength(1)
  })

  test('an act that is refused tells nobody', async () => {
    await follows('alice', idea)
    await database.transact(town.place.id, null, async (tx) => {
      await tell(tx, news(answer))
      return { ok: false }
    })
    expect(await jobs('notices.tell')).toEqual([])
  })

  test('is mailed at once to those who want it so, in their language, with a link that stays in the place', async () => {
    await follows('alice', idea)
    await prefers('alice', 'da', 'at-once')
    await follows('bashir', idea)
    await prefers('bashir', 'en', 'never')
    await follows('aisha', idea)
    await prefers('aisha', 'en', 'digest')
    await follows('klub', idea)
    await prefers('klub', 'xx', 'at-once')
    await tellOf(answer)
    await runJobs()
    const mails = (await jobs('mail.send')) as unknown as readonly Mail[] // written by `post`
    const byName = new Map(mails.map((mail) => [mail.to, mail]))
    expect([...byName.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['alice@example.org', 'klub@example.org'])
    expect(byName.get('alice@example.org')?.subject).toBe('Testhavn: da decision told.answered Lights?')
    const text = byName.get('alice@example.org')?.text
    expect(text).toContain(`https://folkmoot.example/da/${town.place.slug}/problems/harbour/answer\n`)
    expect(text).toContain(`https://folkmoot.example/da/${town.place.slug}/me#settings\n`)
    expect(text).toContain('Læs mere')
    expect(byName.get('klub@example.org')?.text).toContain(`/en/${town.place.slug}/`)
    expect(await noticesTo('bashir')).toHaveLength(1)
  })

  test('hundreds of followers are told in parts', { timeout: 60_000 }, async () => {
    const count = 450
    await database.queueSql(
      `with place as (select set_config('folkmoot.jurisdiction', $1, true)),
        added as (insert into identity.account (jurisdiction_id, id, email, mail_frequency)
          select $1::text::uuid, gen_random_uuid(), n || '@example.org', 'never' from place, generate_series(1, ${count}) n
          returning id)
       insert into notices.follow (jurisdiction_id, account_id, about_kind, about_id, since)
       select $1::text::uuid, id, 'idea', $2::text::uuid, now() from added`,
      [town.place.id, idea.id],
    )
    await tellOf(answer)
    await runJobs()
    const { count: told } = await database
      .read(town.place.id)
      .selectFrom('notices.notice')
      .select((expression) => expression.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(told).toBe(count)
  })

  test('another place hears nothing', async () => {
    const other = await foundTown(database)
    const stranger = other.people.alice.account as Id<'account'>
    await database.transact(other.place.id, null, (tx) => follow(tx, { account: stranger, about: answer }))
    await tellOf(answer)
    await runJobs()
    expect(await noticesOf(database.read(other.place.id), stranger)).toEqual([])
  })
})

test('what she has read is no longer counted; newest stands first', async () => {
  const idea = aThing()
  await follows('alice', idea)
  const read = database.read(town.place.id)
  await tellOf(idea)
  await runJobs()
  await database.transact(town.place.id, null, (tx) => markRead(tx, idOf('alice')))
  expect(await unreadCount(read, idOf('alice'))).toBe(0)
  await tellOf(idea)
  await runJobs()
  expect(await unreadCount(read, idOf('alice'))).toBe(1)
  expect((await noticesTo('alice')).map(({ isRead }) => isRead)).toEqual([false, true])
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
    await database.at(now).transact(town.place.id, null, (tx) => tell(tx, { ...news(idea), params }))
    await runJobs()
  }

  beforeEach(() => {
    expect(town.place.timeZone).toBe(timeZone)
  })

  test('is one mail a day by the place’s morning, with all that happened before it', async () => {
    const idea = aThing()
    for (const name of ['alice', 'bashir'] as const) await follows(name, idea)
    await prefers('alice', 'en', 'digest')
    await prefers('bashir', 'en', 'never')
    await happensAt(at('09:00', 1), idea)
    await happensAt(at('21:00', 1), idea)
    for (const now of [at('21:01', 1), at('06:59', 2)]) await mailAt(now)
    expect(await jobs('mail.send')).toEqual([])
    await Promise.all([mailAt(at('07:01', 2)), mailAt(at('07:01', 2))])
    await happensAt(at('07:02', 2), idea)
    for (const now of [at('07:03', 2), at('23:00', 2)]) await mailAt(now)
    const mails = await jobs('mail.send')
    expect(mails).toMatchObject([{ to: 'alice@example.org', subject: 'Testhavn: 2 things have happened' }])
    const link = `https://folkmoot.example/en/${town.place.slug}/problems/harbour/answer`
    const one = `News: told.answered\nRead on: ${link}\n\n`
    expect(mails[0]?.text).toContain(
      `Good morning. 2 things have happened in Testhavn with what you wrote or follow.\n\n${one}${one}-- \n`,
    )
    await mailAt(at('07:00', 3))
    expect(await jobs('mail.send')).toHaveLength(2)
  })

  test('says the news by case and names each case once, what belongs to none last', async () => {
    bindCaseNames(async (_, slug) => (slug === 'harbour' ? 'How do we <light> the harbour?' : undefined))
    const idea = aThing()
    await follows('alice', idea)
    await prefers('alice', 'da', 'digest')
    await happensAt(at('08:00', 1), idea)
    await happensAt(at('08:30', 1), idea, { problem: 'gone' })
    await happensAt(at('09:00', 1), idea)
    await mailAt(at('07:01', 2))
    bindCaseNames(async () => undefined)
    const [mail] = (await jobs('mail.send')) as unknown as readonly Mail[]
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
    await follows('alice', idea)
    await prefers('alice', 'en', 'digest')
    await happensAt(at('08:00'), idea)
    await database.transact(town.place.id, null, (tx) => markRead(tx, idOf('alice')))
    await mailAt(at('07:01', 1))
    expect(await jobs('mail.send')).toEqual([])
  })

  test('loses nothing when she changes her mind, brings no old news, and never the same twice', async () => {
    const idea = aThing()
    await follows('alice', idea)
    await prefers('alice', 'en', 'never')
    await happensAt(at('08:00', 1), idea)
    await prefers('alice', 'en', 'digest')
    await happensAt(at('09:00', 1), idea)
    expect(await jobs('mail.send')).toEqual([])
    await prefers('alice', 'en', 'at-once')
    await happensAt(at('10:00', 1), idea)
    expect(await jobs('mail.send')).toHaveLength(1)
    await mailAt(at('07:01', 2))
    await mailAt(at('07:02', 2))
    const mails = await jobs('mail.send')
    expect(mails.map(({ subject }) => subject as string).toSorted()).toEqual([
      'Testhavn: en decision told.answered Lights?',
      'Testhavn: one thing has happened',
    ])
  })

  test('that cannot be written holds up nobody else’s, and comes when it can: one missing word once stopped the mail of all', async () => {
    const idea = aThing()
    for (const name of ['alice', 'bashir', 'klub'] as const) await follows(name, idea)
    await prefers('alice', 'en', 'digest')
    await prefers('bashir', 'da', 'digest')
    await prefers('klub', 'en', 'digest')
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
    expect(failed).toEqual([`digest of account ${idOf('bashir')}`])
    expect(await jobs('mail.send')).toHaveLength(2)
    await mailAt(at('07:02', 2))
    const mails = (await jobs('mail.send')) as unknown as readonly Mail[]
    expect(mails.map(({ to }) => to).toSorted((a, b) => a.localeCompare(b))).toEqual(
      ['alice', 'bashir', 'klub'].map((name) => `${name}@example.org`),
    )
  })

  test('is stopped by the link in it, which does nothing else', async () => {
    const idea = aThing()
    await follows('alice', idea)
    await prefers('alice', 'en', 'digest')
    await happensAt(at('08:00', 1), idea)
    await mailAt(at('07:01', 2))
    const [mail] = (await jobs('mail.send')) as unknown as readonly Mail[]
    const token = /\/mails\/([\w-]+)$/.exec(mail?.stop ?? '')?.[1] ?? ''
    expect(mail?.text).toContain(`/mails/${token}\n`)
    expect(await database.transact(town.place.id, null, (tx) => stopByLink(tx, 'guessed'))).toBe(false)
    expect(await database.transact(town.place.id, null, (tx) => stopByLink(tx, token))).toBe(true)
    const read = database.read(town.place.id)
    expect(await accountOfStopLink(read, token)).toBe(idOf('alice'))
    expect(await isFollowing(read, idOf('alice'), idea.id)).toBe(true)
    await happensAt(at('09:00', 2), idea)
    await mailAt(at('07:01', 3))
    expect(await jobs('mail.send')).toHaveLength(1)
    expect(await noticesTo('alice')).toHaveLength(2)
  })
})

function news(about: Thing, except: Id<'account'> | null = null) {
  return {
    about,
    except,
    stage: 'decision',
    message: 'told.answered',
    values: { question: 'Lights?' },
    address: 'decision.page',
    params: { problem: 'harbour' },
  } as const
}

function tellOf(about: Thing, except: Id<'account'> | null = null): Promise<void> {
  return database.transact(town.place.id, null, (tx) => tell(tx, news(about, except)))
}

async function runJobs(): Promise<void> {
  for (const job of await jobs('notices.tell')) await work(database, job)
  await database.queueSql("delete from pgboss.job where name = 'notices.tell'")
}

async function jobs(queue: string): Promise<readonly Job[]> {
  const { rows } = await database.queueSql('select data from pgboss.job where name = $1', [queue])
  return (rows as { data: Job }[]).map(({ data }) => data)
}

function follows(name: Townsperson, about: Thing, asAuthor = false): Promise<void> {
  return database.transact(town.place.id, null, (tx) => follow(tx, { account: idOf(name), about, asAuthor }))
}

function prefers(name: Townsperson, language: string, mailFrequency: 'at-once' | 'digest' | 'never'): Promise<void> {
  return database.transact(town.place.id, null, (tx) =>
    setPreferences(tx, idOf(name), { name, language, mailFrequency }),
  )
}

function noticesTo(name: Townsperson): Promise<readonly Notice[]> {
  return noticesOf(database.read(town.place.id), idOf(name))
}

function idOf(name: Townsperson): Id<'account'> {
  const { account } = town.people[name]
  if (!account) throw new Error(`${name} has no account`)
  return account
}

function aThing(kind: 'idea' | 'clause' | 'recommendation' | 'answer' = 'idea'): Thing {
  return { kind, id: newId(kind) }
}
