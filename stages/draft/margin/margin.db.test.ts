import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { draftCards } from '../cards.ts'
import { freezeDraft } from '../commands.ts'
import { typedContent } from '../text/beginning.ts'
import { clauseIn } from '../text/store.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { aSection, withSection, withWords, writingIn } from '../text/testing.ts'
import { amendmentByNumber } from './amendment-store.ts'
import { proposeAmendment, withdrawAmendment, type ProposeInput } from './amending.ts'
import { decideAmendment, type DecideInput } from './deciding.ts'
import type { PollChoice } from './poll-rules.ts'
import { countPoll, hasAnswered, pollRound } from './poll-store.ts'
import { answerPoll } from './polling.ts'
import { addRemark, resolveRemark } from './remarking.ts'
import { draftWaitingFor } from '../slots.ts'
import { pagesOfRemarks, remarkCount, remarksOf } from './remark-store.ts'

let home: TestDatabase
let database: Database
let town: Town
let group: TestGroup
let clause: Id<'clause'>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const lit = 'The 34 crossings are lit by winter.'

beforeEach(async () => {
  group = await foundGroup(database, town)
  const section = aSection('Light the crossings', [lit])
  clause = section.clauses[0]?.id ?? clause
  await writingIn(database, group).write(group.member('alice'), withSection(section))
})

const read = () => database.read(town.place.id)

async function propose(by: Actor, more: Partial<ProposeInput> = {}) {
  return proposeAmendment(database, by, {
    slug: group.slug,
    clause,
    kind: 'replace',
    base: lit,
    language: 'en',
    reason: 'Fewer words',
    words: 'All 34 crossings are lit by winter.',
    ...more,
  } as ProposeInput)
}

async function decide(by: Actor, more: Partial<DecideInput> = {}) {
  return decideAmendment(database, by, {
    slug: group.slug,
    number: 1,
    choice: 'accept',
    reason: 'It is clearer',
    final: null,
    ...more,
  } as DecideInput)
}

async function clausesNow(): Promise<readonly string[]> {
  const { sections } = await typedContent(read(), group.problem)
  return sections.flatMap(({ clauses }) => clauses.map(({ text }) => text))
}

describe('a change proposed in place', () => {
  it('comes into the text as a version, with who decided and why, and the words are hers who proposed them', async () => {
    expect((await propose(group.member('bashir'))).ok).toBe(true)
    expect(await decide(group.member('dora'))).toEqual({ ok: true, value: { state: 'accepted', version: 2 } })
    expect(await clauseIn(read(), group.problem, clause)).toMatchObject({ text: 'All 34 crossings are lit by winter.' })
    expect(await amendmentByNumber(read(), group.problem, 1)).toMatchObject({
      state: 'accepted',
      settledBy: town.people.dora.account,
      settledReason: 'It is clearer',
      result: 'All 34 crossings are lit by winter.',
    })
  })

  it('waits on the desk of whom the mandate lets decide, until it is settled', async () => {
    // As at a desk, where nobody has the roles of her seats: there nothing waited for anybody.
    const waiting = async (name: 'dora' | 'bashir' | 'aisha') =>
      (await draftWaitingFor(visitIn(database, town.place, { as: town.people[name] })))
        .filter(({ act }) => act.href.includes(group.slug) && act.href.endsWith('#amendments'))
        .map(({ title }) => title)
    await propose(group.member('bashir'))
    expect(await waiting('dora')).toEqual(['Decide on change 1 proposed to the text'])
    expect(await waiting('bashir')).toEqual([])
    expect(await waiting('aisha')).toEqual([])
    await decide(group.member('dora'))
    expect(await waiting('dora')).toEqual([])
  })

  it('takes a clause out, and puts a new one behind it', async () => {
    await propose(group.member('bashir'), { kind: 'add', words: 'The lamps follow the season.' })
    await decide(group.member('dora'))
    expect(await clausesNow()).toEqual([lit, 'The lamps follow the season.'])
    await propose(group.member('bashir'), { kind: 'drop', words: '' })
    await decide(group.member('dora'), { number: 2 })
    expect(await clausesNow()).toEqual(['The lamps follow the season.'])
  })

  it('is merged word by word with what was changed meanwhile, and asks where both changed the same words', async () => {
    await propose(group.member('bashir'))
    const writing = writingIn(database, group)
    await writing.type(group.member('alice'), withWords(lit, 'The 34 crossings are lit by autumn.'))
    // Others' words wait: the change goes with theirs.
    expect(await decide(group.member('dora'))).toEqual({ ok: true, value: { state: 'accepted', version: null } })
    expect(await clausesNow()).toEqual(['All 34 crossings are lit by autumn.'])
    await writing.save(group.member('alice'))
    await propose(group.member('bashir'), {
      base: 'All 34 crossings are lit by autumn.',
      words: 'Half the crossings are lit by autumn.',
    })
    await writing.write(
      group.member('alice'),
      withWords('All 34 crossings are lit by autumn.', 'Nearly 34 crossings are lit by autumn.'),
    )
    expect(await decide(group.member('dora'), { number: 2 })).toEqual({ ok: false, refusal: 'asked-for-words' })
    expect(await clausesNow()).toEqual(['Nearly 34 crossings are lit by autumn.'])
    expect((await decide(group.member('dora'), { number: 2, final: 'Most crossings are lit by autumn.' })).ok).toBe(
      true,
    )
    expect(await clausesNow()).toEqual(['Most crossings are lit by autumn.'])
  })

  it('stays with the reason when it is declined, and when it is withdrawn', async () => {
    await propose(group.member('bashir'))
    await decide(group.member('dora'), { choice: 'decline', reason: 'Too soon' })
    await propose(group.member('bashir'))
    await withdrawAmendment(database, group.member('bashir'), { slug: group.slug, number: 2 })
    expect(await amendmentByNumber(read(), group.problem, 1)).toMatchObject({
      state: 'declined',
      settledReason: 'Too soon',
    })
    expect(await amendmentByNumber(read(), group.problem, 2)).toMatchObject({ state: 'withdrawn' })
    expect(await clausesNow()).toEqual([lit])
  })

  it('abuse 41: is refused to staff, to strangers, to her who proposed it, and after the hand-over', async () => {
    expect(await propose(town.people.gita)).toEqual({ ok: false, refusal: 'staff-never-amend' })
    expect(await propose(town.people.aisha)).toEqual({ ok: false, refusal: 'members-amend' })
    await propose(group.member('bashir'))
    expect(await decide(town.people.chen)).toEqual({ ok: false, refusal: 'staff-never-decide' })
    expect(await decide(group.member('bashir'))).toEqual({ ok: false, refusal: 'own-amendment' })
    await database.transact(town.place.id, null, (tx) => freezeDraft(tx, group.problem))
    expect(await decide(group.member('dora'))).toEqual({ ok: false, refusal: 'handed-over' })
    expect(await propose(group.member('bashir'))).toEqual({ ok: false, refusal: 'handed-over' })
  })

  it('abuse 41: is never accepted by her who proposed it, in the database either', async () => {
    await propose(group.member('bashir'))
    const forged = database.transact(town.place.id, null, (tx) =>
      sql`update draft.amendment set state = 'accepted', settled_by = proposed_by, settled_at = now(), settled_reason = 'x'
        where problem_id = ${group.problem}`.execute(tx),
    )
    await expect(forged).rejects.toThrow('nobody_accepts_her_own')
  })
})

describe('the straw poll', () => {
  const answer = (by: Actor, choice: PollChoice, base = lit) =>
    answerPoll(database, by, { slug: group.slug, clause, choice, base })

  it('counts a member once, and the second answer replaces the first', async () => {
    await answer(group.member('alice'), 'agree')
    await answer(group.member('alice'), 'against')
    await answer(group.member('dora'), 'can-live')
    const round = await pollRound(read(), clause)
    if (!round) throw new Error('the poll has begun')
    expect(await countPoll(read(), clause, round)).toEqual({ agree: 0, 'can-live': 1, against: 1 })
    expect(round.drawn).toBeNull()
  })

  it('holds nobody’s name, neither in its rows nor in the record', async () => {
    await answer(group.member('alice'), 'against')
    const { rows } = await sql<{ row: string }>`
      select row_to_json(a)::text as row from draft.poll_answer a where a.clause_id = ${clause}`.execute(read())
    expect(rows[0]?.row).not.toContain(town.people.alice.account)
    const told = (await entries(read(), { problem: group.problem })).filter(
      ({ kind }) => kind === 'draft.poll-answered',
    )
    expect(told.map((one) => one.public)).toEqual([{ clause }])
  })

  it('asks anew when the words change, and forgets the key with which answers could be tried', async () => {
    await answer(group.member('alice'), 'agree')
    await writingIn(database, group).write(group.member('alice'), withWords(lit, 'Every crossing is lit.'))
    expect(await pollRound(read(), clause)).toBeUndefined()
    expect(await answer(group.member('alice'), 'agree')).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect((await answer(group.member('alice'), 'agree', 'Every crossing is lit.')).ok).toBe(true)
    expect((await pollRound(read(), clause))?.round).toBe(2)
  })

  it('closes with the hand-over, and with a clause that leaves the text: no key is left', async () => {
    const keys = async () => {
      const { rows } = await sql<{ readonly key: Buffer | null; readonly closed: boolean }>`
        select p.key, p.is_closed as closed from draft.poll_round p where p.problem_id = ${group.problem}`.execute(
        read(),
      )
      return rows
    }
    await answer(group.member('alice'), 'agree')
    expect((await keys())[0]?.key).toHaveLength(32)
    const text = writingIn(database, group)
    await text.write(group.member('alice'), withWords(lit, ''))
    expect(await keys()).toEqual([{ key: null, closed: false }])
    await text.write(group.member('alice'), withSection(aSection('Slow the street', ['Thirty is enough.'])))
    const { rows } = await sql<{ readonly id: Id<'clause'> }>`
      select c.id from draft.clause c where c.text = 'Thirty is enough.'`.execute(read())
    clause = rows[0]?.id ?? clause
    await answer(group.member('alice'), 'agree', 'Thirty is enough.')
    await database.transact(town.place.id, null, (tx) => freezeDraft(tx, group.problem))
    expect((await keys()).map(({ key }) => key)).toEqual([null, null])
    const closed = await pollRound(read(), clause)
    expect(closed).toMatchObject({ key: null })
    const { account } = town.people.alice
    if (!closed || !account) throw new Error('alice has answered')
    expect(await hasAnswered(read(), { clause, round: closed, account })).toBe(false)
    expect(await countPoll(read(), clause, closed)).toMatchObject({ agree: 1 })
    expect(await answer(group.member('dora'), 'agree', 'Thirty is enough.')).toEqual({
      ok: false,
      refusal: 'handed-over',
    })
  })

  it('leads from no answer to a person: not by an id, not by a time, not by what was written with it', async () => {
    for (const name of ['alice', 'bashir', 'dora'] as const) await answer(group.member(name), 'against')
    await database.transact(town.place.id, null, (tx) => freezeDraft(tx, group.problem))
    const { rows: answers } = await sql<{ readonly id: string; readonly written: string; readonly row: object }>`
      select a.id::text, a.xmin::text as written, to_jsonb(a) as row
      from draft.poll_answer a where a.clause_id = ${clause}`.execute(read())
    expect(answers).toHaveLength(3)
    for (const { id, row } of answers) {
      // Version 4: chance alone, so that ids tell neither when nor in which order.
      expect(id[14]).toBe('4')
      expect(Object.keys(row).toSorted()).toEqual(['choice', 'clause_id', 'id', 'jurisdiction_id', 'round', 'voter'])
    }
    // Every row of the same transaction, in any table there is, names no account: neither does the act that it belongs to.
    const { rows: tables } = await sql<{ readonly name: string }>`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`.execute(read())
    const accounts = Object.values(town.people).map(({ account }) => account ?? '')
    const client = new Client({ connectionString: home.url })
    await client.connect()
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t where t.xmin::text = any($1)`,
        [answers.map(({ written }) => written)],
      )
      for (const { row } of rows) for (const account of accounts) expect(row, name).not.toContain(account)
    }
    await client.end()
  })

  it('is refused to who is no member, staff least of all', async () => {
    expect(await answer(town.people.aisha, 'agree')).toEqual({ ok: false, refusal: 'members-poll' })
    expect(await answer(town.people.gita, 'agree')).toEqual({ ok: false, refusal: 'members-poll' })
  })
})

describe('a comment in the margin', () => {
  it('beyond 200 was not shown: all of them are, by pages, and each is named by the page it stands on', async () => {
    const at = { slug: group.slug, clause, language: 'en' }
    const many = 235
    const { rows } = await database.transact(town.place.id, null, (tx) =>
      sql<{ id: Id<'remark'>; number: number }>`
        insert into draft.remark (jurisdiction_id, id, problem_id, clause_id, number, head, text, language, written_by, written_as, written_at)
        select ${tx.jurisdiction}, gen_random_uuid(), ${group.problem}, ${clause}, n, n, 'Comment ' || n, 'en', ${town.people.aisha.account},
          'resident', now()
        from generate_series(1, ${many}::int) n
        returning id, number`.execute(tx),
    )
    expect((await addRemark(database, town.people.aisha, { ...at, text: 'A late reply', replyTo: 3 })).ok).toBe(true)
    expect(await remarkCount(read(), clause)).toBe(many + 1)
    const pages = await Promise.all(Array.from({ length: 8 }, (_, i) => remarksOf(read(), clause, i + 1)))
    const numbers = pages.flatMap((page) => page.map(({ number }) => number))
    expect(numbers.slice(0, 5)).toEqual([1, 2, 3, many + 1, 4])
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: many + 1 }, (_, i) => i + 1))
    const ids = rows.map(({ id }) => id)
    const named = await pagesOfRemarks(read(), ids)
    for (const { id, number } of rows)
      expect(pages[(named.get(id) ?? 0) - 1]?.map((one) => one.number)).toContain(number)
    const [card] = await draftCards.remark(read(), ids.slice(-1))
    expect(card?.path).toMatch(/\?remarks=8#remark-235$/)
  })

  it('has one level of replies, and those who write say when it is settled', async () => {
    const at = { slug: group.slug, clause, language: 'en' }
    await addRemark(database, town.people.aisha, { ...at, text: 'By which winter?', replyTo: null })
    await addRemark(database, group.member('dora'), { ...at, text: 'This one.', replyTo: 1 })
    expect(await addRemark(database, town.people.aisha, { ...at, text: 'Thanks', replyTo: 2 })).toEqual({
      ok: false,
      refusal: 'reply-to-reply',
    })
    expect(await resolveRemark(database, town.people.aisha, { ...at, number: 1 })).toEqual({
      ok: false,
      refusal: 'not-a-member',
    })
    expect((await resolveRemark(database, group.member('dora'), { ...at, number: 1 })).ok).toBe(true)
    expect(
      (await remarksOf(read(), clause, 1)).map(({ number, head, isResolved }) => [number, head, isResolved]),
    ).toEqual([
      [1, 1, true],
      [2, 1, false],
    ])
  })
})
