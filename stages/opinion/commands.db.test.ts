import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { choices } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { downstream } from '../../platform/thread/index.ts'
import { retellProblem } from '../problem/index.ts'
import * as commands from './commands.ts'
import { countVotes, hashOfVotes, opinionPoll } from './count.ts'
import { resultsIn, talliesOf } from './results.ts'
import { countNow } from './counting/testing.ts'
import * as store from './store.ts'
import { repliesIn } from './hearing.ts'
import { retellHearing } from './told.ts'
import { openCase, residents, type Case } from './testing.ts'
import { castVote } from './vote-commands.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function consultationOf(at: Case): Promise<store.Consultation> {
  const consultation = await store.consultationOf(database.read(town.place.id), at.problem)
  if (!consultation) throw new Error('no consultation')
  return consultation
}

const read = () => database.read(town.place.id)

describe('voting', () => {
  it('counts one vote of a hundred identical parallel requests, without an error', async () => {
    const at = await openCase(database, town)
    const cast = await Promise.all(
      Array.from({ length: 100 }, () =>
        castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'agree' }),
      ),
    )
    expect(cast.every((result) => result.ok)).toBe(true)
    expect(cast.filter((result) => result.ok && result.value.isNew)).toHaveLength(1)
    const { id } = await consultationOf(at)
    expect(await store.votesIn(read(), id)).toHaveLength(1)
    const told = await entries(read(), { problem: at.problem, limit: 200 })
    expect(told.filter((entry) => entry.kind === 'opinion.vote-cast')).toHaveLength(1)
  })

  it('keeps the highest revision of a hundred different parallel answers', async () => {
    const at = await openCase(database, town)
    const cast = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: choices[i % 3] ?? 'pass' }),
      ),
    )
    expect(cast.every((result) => result.ok)).toBe(true)
    const { id } = await consultationOf(at)
    const votes = [...(await store.votesIn(read(), id))].sort((a, b) => a.revision - b.revision)
    expect(votes.map((vote) => vote.revision)).toEqual(votes.map((_, i) => i + 1))
    expect([...(await store.votesOf(read(), id, town.people.bashir.account as Id<'account'>)).values()]).toEqual([
      votes.at(-1)?.choice,
    ])
    expect([...(await countNow(read(), id)).values()][0]).toMatchObject({ [votes.at(-1)?.choice ?? '']: 1 })
  })

  it('gives one participant for first votes on many statements at once', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `Statement of mine, number ${i}`)
    const at = await openCase(database, town, { statements: texts })
    await Promise.all(
      texts.map((_, i) => castVote(database, town.people.freja, { slug: at.slug, number: i + 1, choice: 'pass' })),
    )
    const { id } = await consultationOf(at)
    expect(await store.voterCount(read(), id)).toBe(1)
    expect(await store.votesIn(read(), id)).toHaveLength(12)
  })

  it('tells the public ledger nothing but that a vote was cast, at a coarse time', async () => {
    const at = await openCase(database, town)
    await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'disagree' })
    const entry = (await entries(read(), { problem: at.problem })).find((one) => one.kind === 'opinion.vote-cast')
    expect(entry?.public).toEqual({})
    const [minute = 1, rest] = [entry?.at.toZonedDateTimeISO('UTC').minute, entry?.at.epochMilliseconds]
    expect(minute % 15).toBe(0)
    expect((rest ?? 1) % 60_000).toBe(0)
  })

  it('enters the trace once, however often it is changed', async () => {
    const at = await openCase(database, town)
    for (const choice of choices) await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice })
    const [statement] = await store.statementsIn(read(), (await consultationOf(at)).id)
    const links = await read()
      .selectFrom('thread.link')
      .select('from_kind')
      .where('to_id', '=', statement?.id ?? '')
      .execute()
    expect(links.filter((link) => link.from_kind === 'vote')).toHaveLength(1)
    expect(await downstream(read(), { kind: 'statement', id: statement?.id as Id })).toEqual([])
  })

  it('is refused by name: closed, not open, not invited, no such statement', async () => {
    const at = await openCase(database, town)
    const by = (actor: Actor, number = 1, slug = at.slug) =>
      castVote(database, actor, { slug, number, choice: 'agree' })
    expect(await by(town.people.klub)).toEqual({ ok: false, refusal: 'not-invited' })
    expect(await by(town.people.chen)).toEqual({ ok: false, refusal: 'not-invited' })
    expect(await by(town.people.bashir, 99)).toEqual({ ok: false, refusal: 'unknown-statement' })
    expect(await by(town.people.bashir, 1, 'nowhere')).toEqual({ ok: false, refusal: 'not-open' })
    const late = database.at((await consultationOf(at)).closesAt)
    expect(await castVote(late, town.people.bashir, { slug: at.slug, number: 1, choice: 'agree' })).toEqual({
      ok: false,
      refusal: 'closed',
    })
    const elsewhere = await foundTown(database)
    expect(await by(elsewhere.people.alice)).toEqual({ ok: false, refusal: 'not-open' })
    expect(await store.voterCount(read(), (await consultationOf(at)).id)).toBe(0)
  })
})

describe('closing', () => {
  it('counts or refuses each of many votes that race with it', async () => {
    const at = await openCase(database, town)
    const people = await residents(database, town, 40)
    const voting = people.map((actor) => castVote(database, actor, { slug: at.slug, number: 1, choice: 'agree' }))
    const closing = commands.closeConsultation(database, at.chair, { slug: at.slug, decided: '' })
    const late = (await residents(database, town, 5)).map((actor) =>
      castVote(database, actor, { slug: at.slug, number: 1, choice: 'agree' }),
    )
    const cast = await Promise.all([...voting, ...late])
    expect(await closing).toEqual({ ok: true, value: null })
    const accepted = cast.filter((result) => result.ok).length
    for (const result of cast) if (!result.ok) expect(result.refusal).toBe('closed')
    const consultation = await consultationOf(at)
    const [counted] = [...(await store.tallies(read(), consultation.id)).values()]
    expect(counted?.agree ?? 0).toBe(accepted)
    const votes = await store.votesIn(read(), consultation.id)
    expect(consultation.inputHash).toBe(hashOfVotes([...votes].reverse()))
  })

  it('is never done by staff, nor twice, nor alone by a member', async () => {
    const at = await openCase(database, town)
    const member = {
      ...town.people.bashir,
      roles: [...town.people.bashir.roles, { name: 'member', scope: at.problem } as const],
    }
    const gita = {
      ...town.people.gita,
      roles: [...town.people.gita.roles, { name: 'member', scope: at.problem } as const],
    }
    const close = (actor: Actor, decided = '') =>
      commands.closeConsultation(database, actor, { slug: at.slug, decided })
    expect(await close(gita, 'We agreed')).toEqual({ ok: false, refusal: 'staff-never-opens' })
    expect(await close(town.people.alice, 'I want it')).toEqual({ ok: false, refusal: 'not-yours-to-lead' })
    expect(await close(member)).toEqual({ ok: false, refusal: 'decision-needed' })
    expect(await close(member, 'Agreed by all at meeting 3')).toEqual({ ok: true, value: null })
    expect(await close(at.chair)).toEqual({ ok: false, refusal: 'closed' })
  })

  it('happens by itself when its time is over', async () => {
    const at = await openCase(database, town)
    await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'agree' })
    const { closesAt } = await consultationOf(at)
    await opinionPoll(database, town.place.id)
    expect((await consultationOf(at)).closedAt).toBeNull()
    await opinionPoll(database.at(closesAt), town.place.id)
    expect(String((await consultationOf(at)).closedAt)).toBe(String(closesAt))
  })
})

describe('results', () => {
  it('are drawn anew for five new voters, not for one, and show no small number', async () => {
    const at = await openCase(database, town)
    const { id } = await consultationOf(at)
    const people = await residents(database, town, 21)
    const vote = (from: number, to: number) =>
      Promise.all(
        people.slice(from, to).map((actor) => castVote(database, actor, { slug: at.slug, number: 1, choice: 'agree' })),
      )
    const drawn = async () => {
      await countVotes(database, town.place.id)
      return (await resultsIn(read(), id))[0]?.published
    }
    await vote(0, 9)
    expect(await drawn()).toEqual({ kind: 'none' })
    await vote(9, 14)
    expect(await drawn()).toEqual({ kind: 'none' }) // fourteen less the five newest
    await vote(14, 15)
    expect(await drawn()).toMatchObject({ voters: 10, agree: 'withheld' })
    await vote(15, 19)
    expect(await drawn()).toMatchObject({ voters: 10 })
    await vote(19, 20)
    expect(await drawn()).toMatchObject({ voters: 15 })
    expect(await talliesOf(read(), at.problem)).toEqual([])
  })

  it('are the same counted in the database and by the method', async () => {
    const at = await openCase(database, town, {
      statements: ['One thing to think about', 'Another thing to think about'],
    })
    const people = await residents(database, town, 20)
    await Promise.all(
      people.flatMap((actor, i) =>
        [1, 2].map((number) =>
          castVote(database, actor, { slug: at.slug, number, choice: choices[(i * number) % 3] ?? 'pass' }),
        ),
      ),
    )
    const { id } = await consultationOf(at)
    const before = await countNow(read(), id)
    await commands.closeConsultation(database, at.chair, { slug: at.slug, decided: '' })
    expect(await store.tallies(read(), id)).toEqual(before)
    expect(await talliesOf(read(), at.problem)).toHaveLength(2)
  })
})

describe('statements', () => {
  it('are numbered without a gap, also when written at once, and near-identical ones are refused', async () => {
    const at = await openCase(database, town, { statements: [] })
    const write = (text: string) =>
      commands.writeStatement(database, town.people.alice, { slug: at.slug, text, language: 'en' })
    const written = await Promise.all(Array.from({ length: 20 }, (_, i) => write(`An idea like no other, ${i}`)))
    const numbers = written.flatMap((result) =>
      result.ok && result.value.number !== null ? [result.value.number] : [],
    )
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(await write('an IDEA like no other 3!')).toEqual({ ok: false, refusal: 'said-already' })
  })

  it('of a told case show what its sources know', async () => {
    const problem = await database.transact(town.place.id, null, async (tx) => {
      const id = await retellProblem(tx, {
        slug: 'told',
        question: 'A told case?',
        whatHappens: 'It happened.',
        whoIsAffected: '',
        language: 'en',
        source: 'https://example.org/told',
        actors: [],
      })
      const at = Temporal.Instant.from('2020-01-01T00:00:00Z')
      await retellHearing(tx, {
        problem: id,
        openedOn: Temporal.PlainDate.from('2020-01-01'),
        openedAt: at,
        closedAt: at.add({ hours: 1 }),
        language: 'en',
        source: 'https://example.org/told',
        statements: [
          { text: 'Yes', replies: { for: 67, against: 34, unknown: 28 } },
          { text: 'No', replies: null },
        ],
      })
      return id
    })
    expect(await talliesOf(read(), problem)).toEqual([])
    const hearing = await store.consultationOf(read(), problem)
    if (!hearing) throw new Error('the hearing was not told')
    const replies = await repliesIn(read(), hearing.id)
    expect([...replies.values()]).toEqual([{ for: 67, against: 34, unknown: 28 }])
  })
})

it('keeps votes as they were cast: the application may neither change nor delete them', async () => {
  const at = await openCase(database, town)
  await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'agree' })
  for (const statement of [sql`update opinion.vote set choice = 'pass'`, sql`delete from opinion.vote`]) {
    await expect(database.transact(town.place.id, null, (tx) => statement.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
  }
})

it('takes no statement once voting has closed, by the database', async () => {
  const at = await openCase(database, town)
  expect((await commands.closeConsultation(database, at.chair, { slug: at.slug, decided: '' })).ok).toBe(true)
  const consultation = (await store.consultationOf(read(), at.problem))?.id
  if (!consultation) throw new Error('it was opened')
  const sneak = database.transact(town.place.id, null, (tx) =>
    store.putStatement(tx, {
      consultation,
      number: 2,
      text: 'Whoever comes now is late',
      plainForm: 'late',
      isSeed: false,
      language: 'en',
      writtenBy: town.people.alice.account,
      source: null,
    }),
  )
  await expect(sneak).rejects.toThrow('statement 2 comes too late')
})
