import { choices } from '@folkmoot/tally/tally.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { retellProblem } from '../problem/index.ts'
import * as commands from './commands.ts'
import { countVotes, hashOfVotes, opinionPoll } from './count.ts'
import { resultsIn, talliesOf } from './results.ts'
import { countNow } from './counting/testing.ts'
import * as store from './store.ts'
import { repliesIn } from './hearing.ts'
import { retellHearing } from './told.ts'
import { closeVoting, openCase, residents, type Case } from './testing.ts'
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

describe('closing', () => {
  it('abuse 06: counts or refuses each of many votes that race with it', async () => {
    const at = await openCase(database, town)
    const people = await residents(database, town, 40)
    const voting = people.map((actor) => castVote(database, actor, { slug: at.slug, number: 1, choice: 'agree' }))
    const closing = closeVoting(database, at.chair.jurisdiction, at.slug)
    const late = (await residents(database, town, 5)).map((actor) =>
      castVote(database, actor, { slug: at.slug, number: 1, choice: 'agree' }),
    )
    const cast = await Promise.all([...voting, ...late])
    await closing
    const accepted = cast.filter((result) => result.ok).length
    for (const result of cast) if (!result.ok) expect(result.refusal).toBe('closed')
    const consultation = await consultationOf(at)
    const [counted] = [...(await store.tallies(read(), consultation.id)).values()]
    expect(counted?.agree ?? 0).toBe(accepted)
    const votes = await store.votesIn(read(), consultation.id)
    expect(consultation.inputHash).toBe(hashOfVotes([...votes].reverse()))
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
    await closeVoting(database, at.chair.jurisdiction, at.slug)
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

it('takes no statement once voting has closed, by the database', async () => {
  const at = await openCase(database, town)
  await closeVoting(database, at.chair.jurisdiction, at.slug)
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
