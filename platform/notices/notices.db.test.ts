import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown, type Town } from '../identity/testing.ts'
import { link } from '../thread/index.ts'
import {
  bindBehind,
  follow,
  followedBy,
  followerCount,
  forgetWords,
  isFollowing,
  markRead,
  noticesOf,
  tell,
  unfollow,
  unreadCount,
} from './index.ts'
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

describe('following', () => {
  test('twice is once, and who wrote it stays its author', async () => {
    const idea = aThing()
    await here.follows('alice', idea, true)
    await here.follows('alice', idea)
    await here.follows('bashir', idea)
    const read = database.read(town.place.id)
    expect(await followerCount(read, idea.id)).toBe(2)
    expect(await followedBy(read, here.idOf('alice'))).toMatchObject([{ about: idea, asAuthor: true }])
    expect(await isFollowing(read, here.idOf('bashir'), idea.id)).toBe(true)
    await database.transact(town.place.id, null, (tx) => unfollow(tx, here.idOf('bashir'), idea.id))
    expect(await isFollowing(read, here.idOf('bashir'), idea.id)).toBe(false)
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
    await here.follows('alice', idea, true)
    await here.follows('alice', clause)
    await here.follows('bashir', recommendation)
    await here.follows('klub', answer)
    await here.follows('emil', aThing())
    await here.tellOf(answer)
    await here.runJobs()
    for (const name of ['alice', 'bashir', 'klub'] as const) {
      expect(await here.noticesTo(name)).toMatchObject([
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
    expect(await here.noticesTo('emil')).toEqual([])
    expect(await here.noticesTo('aisha')).toEqual([])
  })

  test('is not told downstream: who follows only the answer does not hear of the idea', async () => {
    await here.follows('bashir', answer)
    await here.tellOf(idea)
    await here.runJobs()
    expect(await here.noticesTo('bashir')).toEqual([])
  })

  test('is not told to the one who acted', async () => {
    await here.follows('dora', answer)
    await here.tellOf(answer, here.idOf('dora'))
    await here.runJobs()
    expect(await here.noticesTo('dora')).toEqual([])
  })

  test('a job that runs twice tells and mails once', async () => {
    await here.follows('alice', idea)
    await here.tellOf(answer)
    const [job] = await here.jobs('notices.tell')
    if (!job) throw new Error('nothing was enqueued')
    await here.work(database, job)
    await here.work(database, job)
    expect(await here.noticesTo('alice')).toHaveLength(1)
    expect(await here.mails()).toHaveLength(1)
  })

  test('what is hidden before the worker comes is told without its words: they went out by mail and stood in notices', async () => {
    await here.follows('alice', idea)
    await here.prefers('alice', 'en', 'at-once')
    await here.tellOf(answer)
    await database.transact(town.place.id, null, (tx) => forgetWords(tx, 'Lights?', '[…]'))
    await here.runJobs()
    expect(await here.noticesTo('alice')).toMatchObject([{ values: { question: '[…]' } }])
    expect(JSON.stringify(await here.mails())).not.toContain('Lights?')
  })

  test('what happens after words were shown again is told in them', async () => {
    await here.follows('alice', idea)
    await database.transact(town.place.id, null, (tx) => forgetWords(tx, 'Lights?', '[…]'))
    await here.tellOf(answer)
    await here.runJobs()
    expect(await here.noticesTo('alice')).toMatchObject([{ values: { question: 'Lights?' } }])
  })

  test('an act that is refused tells nobody', async () => {
    await here.follows('alice', idea)
    await database.transact(town.place.id, null, async (tx) => {
      await tell(tx, newsOf(answer))
      return { ok: false }
    })
    expect(await here.jobs('notices.tell')).toEqual([])
  })

  test('is mailed at once to those who want it so, in their language, with a link that stays in the place', async () => {
    await here.follows('alice', idea)
    await here.prefers('alice', 'da', 'at-once')
    await here.follows('bashir', idea)
    await here.prefers('bashir', 'en', 'never')
    await here.follows('aisha', idea)
    await here.prefers('aisha', 'en', 'digest')
    await here.follows('klub', idea)
    await here.prefers('klub', 'xx', 'at-once')
    await here.tellOf(answer)
    await here.runJobs()
    const mails = await here.mails() // written by `post`
    const byName = new Map(mails.map((mail) => [mail.to, mail]))
    expect([...byName.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['alice@example.org', 'klub@example.org'])
    expect(byName.get('alice@example.org')?.subject).toBe('Testhavn: da decision told.answered Lights?')
    const text = byName.get('alice@example.org')?.text
    expect(text).toContain(`https://folkmoot.example/da/${town.place.slug}/problems/harbour/answer\n`)
    expect(text).toContain(`https://folkmoot.example/da/${town.place.slug}/me#settings\n`)
    expect(text).toContain('Læs mere')
    expect(byName.get('klub@example.org')?.text).toContain(`/en/${town.place.slug}/`)
    expect(await here.noticesTo('bashir')).toHaveLength(1)
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
    await here.tellOf(answer)
    await here.runJobs()
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
    await here.tellOf(answer)
    await here.runJobs()
    expect(await noticesOf(database.read(other.place.id), stranger)).toEqual([])
  })
})

describe('quiet news of a result, under a name', () => {
  const [statement, answer] = [aThing('idea'), aThing('answer')]
  const news = { ...newsOf(answer), isResult: true, isQuiet: true, once: 'replies of Dora, 1 May' }
  const tellThem = (more: Partial<typeof news> = {}) =>
    database.transact(town.place.id, null, (tx) => tell(tx, { ...news, ...more }))

  beforeEach(async () => {
    await database.transact(town.place.id, null, (tx) => link(tx, answer, 'answers', statement))
    bindBehind('idea', async () => [here.idOf('alice'), here.idOf('bashir'), here.idOf('emil'), here.idOf('gita')])
    await here.follows('emil', statement)
    await here.prefers('alice', 'en', 'at-once')
    await here.prefers('bashir', 'en', 'never')
    await here.prefers('emil', 'en', 'at-once')
  })

  test('goes out with the mail of the morning, whatever they wish, and never in one of its own', async () => {
    await tellThem({ except: here.idOf('gita') })
    await here.runJobs()
    expect(await here.mails()).toEqual([])
    const rows = await database
      .read(town.place.id)
      .selectFrom('notices.notice')
      .select(['account_id', 'mail', 'mailed_at'])
      .execute()
    expect(new Map(rows.map((row) => [row.account_id, [row.mail, row.mailed_at]]))).toEqual(
      new Map([
        [here.idOf('alice'), ['digest', null]],
        [here.idOf('bashir'), ['never', null]],
        [here.idOf('emil'), ['digest', null]],
      ]),
    )
  })

  test('is told once under one name, and again under another', async () => {
    await tellThem()
    await tellThem()
    await here.runJobs()
    expect(await here.noticesTo('alice')).toHaveLength(1)
    await tellThem({ once: 'replies of Dora, 2 May' })
    await here.runJobs()
    expect(await here.noticesTo('alice')).toHaveLength(2)
  })
})

test('what she has read is no longer counted; newest stands first', async () => {
  const idea = aThing()
  await here.follows('alice', idea)
  const read = database.read(town.place.id)
  await here.tellOf(idea)
  await here.runJobs()
  await database.transact(town.place.id, null, (tx) => markRead(tx, here.idOf('alice')))
  expect(await unreadCount(read, here.idOf('alice'))).toBe(0)
  await here.tellOf(idea)
  await here.runJobs()
  expect(await unreadCount(read, here.idOf('alice'))).toBe(1)
  expect((await here.noticesTo('alice')).map(({ isRead }) => isRead)).toEqual([false, true])
})
