import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, sought, type Database, type Read } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import {
  allJurisdictions,
  politicians,
  resolutionsAbout,
  type Jurisdiction,
} from '../../../platform/directory/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { downstream, upstream } from '../../../platform/thread/index.ts'
import { answersOf, packageOf } from '../../../stages/decision/index.ts'
import { commitmentsOf } from '../../../stages/delivery/index.ts'
import { recommendationsOf, searchIdeas } from '../../../stages/draft/index.ts'
import { ordersOf as evidenceOf } from '../../../stages/inquiry/index.ts'
import { adoptedMandate } from '../../../stages/mandate/index.ts'
import { meetingsOf } from '../../../stages/meeting/index.ts'
import { consultationOf, repliesIn } from '../../../stages/opinion/index.ts'
import { indicatorsOf } from '../../../stages/outcome/index.ts'
import { listProblems, problemBySlug, type Problem } from '../../../stages/problem/index.ts'
import { loadToldCase, toldCases } from './load-told.ts'

let home: TestDatabase
let database: Database
let places: readonly Jurisdiction[]
let began: Temporal.Instant

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  began = Temporal.Now.instant()
  for (const told of toldCases) await loadToldCase(database, told)
  places = await allJurisdictions(database)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function caseOf(place: string, slug: string): Promise<{ readonly read: Read; readonly problem: Problem }> {
  const found = places.find((one) => one.slug === place)
  const read = found && database.read(found.id)
  const problem = read && (await problemBySlug(read, slug))
  if (!read || !problem) throw new Error(`${place}/${slug} was not told`)
  return { read, problem }
}

it('tells five places from town to union, closed to act', () => {
  expect(new Set(places.map(({ slug, level }) => `${slug} ${level}`))).toEqual(
    new Set(['angelholm town', 'brussels region', 'europe union', 'gentofte town', 'ireland nation']),
  )
  expect(places.every(({ isTold, isFictional, parent }) => isTold && !isFictional && parent === null)).toBe(true)
})

it('names no person and a source at every case', async () => {
  for (const place of places) {
    const read = database.read(place.id)
    expect(await politicians(read, Temporal.PlainDate.from('2021-01-01'))).toEqual([])
    for (const problem of await listProblems(read)) expect(problem.source).not.toBe('')
  }
})

describe('Gentofte', () => {
  it('keeps the recorded vote of 18 to 1, and unknown numbers as unknown', async () => {
    const { read, problem } = await caseOf('gentofte', 'det-gronne-gentofte')
    const pack = await packageOf(read, problem.id)
    const answers = await answersOf(read, problem.id)
    const votes = await resolutionsAbout(read, [
      ...(pack ? [pack.id] : []),
      ...answers.flatMap(({ answer }) => answer?.id ?? []),
    ])
    const told = votes.map(({ decidedOn, votesFor, votesAgainst }) => [decidedOn?.toString(), votesFor, votesAgainst])
    expect(told).toHaveLength(3)
    expect(told).toEqual(
      expect.arrayContaining([
        ['2020-09-28', null, null],
        ['2020-11-30', null, null],
        ['2021-03-29', 18, 1],
      ]),
    )
    expect(votes.every((vote) => vote.source !== null && vote.confirmedBy === null)).toBe(true)
  })

  it('tells a hearing of 129 replies, 28 of them unknown, and no vote: the unknown stood as “pass” once', async () => {
    const { read, problem } = await caseOf('gentofte', 'det-gronne-gentofte')
    const hearing = await consultationOf(read, problem.id)
    if (!hearing?.isHearing) throw new Error('the hearing was not told as one')
    expect([...(await repliesIn(read, hearing.id)).values()]).toEqual([{ for: 34, against: 67, unknown: 28 }])
  })

  it('leaves the adoption of the mandate and the fate of trees unknown', async () => {
    const { read, problem } = await caseOf('gentofte', 'det-gronne-gentofte')
    const mandate = await adoptedMandate(read, problem.id)
    expect(mandate).toMatchObject({
      politicians: 5,
      citizens: 10,
      adoptedAt: null,
      startsOn: null,
      meetings: null,
      promise: null,
      answerRule: null,
    })
    const standings = (await commitmentsOf(read, problem.id)).map(({ title, standing }) => `${title}: ${standing}`)
    expect(standings).toContain('Trees worth preserving: unknown')
    expect(standings).toContain('Local plan 423 is in force: kept')
  })
})

it('numbers Ängelholm’s meetings as they were held and leaves its answers unknown and open', async () => {
  const { read, problem } = await caseOf('angelholm', 'culture-house')
  const meetings = await meetingsOf(read, problem.id)
  expect(meetings.map(({ isVisit }) => isVisit)).toEqual([...Array(7).fill(false), true])
  expect(meetings.filter(({ day }) => day !== null).map(({ number, day }) => `${number} ${day?.toString()}`)).toEqual([
    '1 2022-11-10',
    '5 2023-03-21',
  ])
  expect((await packageOf(read, problem.id))?.isClosed).toBe(false)
  expect((await answersOf(read, problem.id)).map(({ answer }) => answer?.kind)).toEqual(Array(5).fill('unknown'))
  const contested = (await recommendationsOf(read, problem.id)).filter(
    ({ agreement }) => agreement?.kind === 'disagreement',
  )
  expect(contested.map(({ title, agreement }) => [title, agreement?.for])).toEqual([
    ['Contested: exact size of the main stage', null],
  ])
})

it('tells Brussels’ status as counts and no single answer', async () => {
  const { read, problem } = await caseOf('brussels', 'homelessness')
  const status = (await packageOf(read, problem.id))?.toldStatus
  expect(status?.counts.map(({ standing, count }) => `${standing} ${count}`)).toEqual([
    'done 9',
    'in-progress 63',
    'under-study 3',
    'not-carried-out 14',
    'unknown 8',
  ])
  expect(status).toMatchObject({ of: 97, on: '2022-06-18' })
  expect(await indicatorsOf(read, problem.id)).toEqual([])
  expect((await answersOf(read, problem.id)).every(({ answer }) => answer?.kind === 'unknown')).toBe(true)
})

it('tells the 38 recommendations of Ireland with answers accepted, referred, parked, rejected and unknown', async () => {
  const { read, problem } = await caseOf('ireland', 'constitution')
  const recommendations = await recommendationsOf(read, problem.id)
  expect(recommendations).toHaveLength(38)
  expect(recommendations.map(({ number }) => number)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1))
  const kinds = new Set((await answersOf(read, problem.id)).map(({ answer }) => answer?.kind))
  expect(kinds).toEqual(new Set(['accept', 'park', 'refer', 'reject', 'unknown']))
  const marriage = (await indicatorsOf(read, problem.id)).find(({ name }) => name.startsWith('Referendum on marriage'))
  expect(marriage?.measurements.map(({ value, on }) => `${value} ${on.toString()}`)).toEqual(['62.07 2015-05-22'])
})

it('tells the Conference by its nine themes and 49 proposals', async () => {
  const { read, problem } = await caseOf('europe', 'future-of-europe')
  const recommendations = await recommendationsOf(read, problem.id)
  expect(recommendations).toHaveLength(9)
  const proposals = recommendations.map(({ text }) => Number(/^\d+/.exec(text)?.[0]))
  expect(proposals.reduce((sum, count) => sum + count, 0)).toBe(49)
})

it('claims no vote where none is known: the communication, the note taken and the request passed on were “carried” once', async () => {
  const { read, problem } = await caseOf('europe', 'future-of-europe')
  const pack = await packageOf(read, problem.id)
  const told = await resolutionsAbout(read, pack ? [pack.id] : [])
  const without = told.filter(({ isCarried }) => isCarried === null).map(({ decidedOn }) => decidedOn?.toString())
  expect(without).toEqual(['2023-12-18', '2022-06-24', '2022-06-17'])
  expect(told.filter(({ isCarried }) => isCarried)).toHaveLength(4)
})

it('tells the shares of Ireland’s votes: “Numbers unknown” stood beside them once', async () => {
  const { read, problem } = await caseOf('ireland', 'constitution')
  const [first] = await recommendationsOf(read, problem.id)
  expect(first?.agreement).toMatchObject({ kind: 'majority', for: null })
  expect(first?.agreement?.words).toMatch(/52 % for, 47 % against/)
})

it('records nothing before it was recorded: a told fact has the time of recording, and its day as a public field', async () => {
  for (const place of places) {
    const all = await entries(database.read(place.id), { limit: 1000 })
    expect(all.length).toBeGreaterThan(10)
    for (const { kind, at, public: pub } of all) {
      expect(kind).toMatch(/told$/)
      expect(Temporal.Instant.compare(at, began)).toBe(1)
      expect(pub).toHaveProperty('toldOf')
    }
  }
})

it('keeps the record of a place in the order of the days it tells of, the newest first', async () => {
  const { read } = await caseOf('gentofte', 'det-gronne-gentofte')
  const votes = (await entries(read, { limit: 1000 })).filter(({ kind }) => kind === 'decision.vote-told')
  expect(votes.map((entry) => (entry.public as { readonly toldOf: string }).toldOf)).toEqual([
    '2021-03-29',
    '2020-11-30',
    '2020-09-28',
    '2020-02-24',
  ])
  expect((await listProblems(read)).map(({ slug }) => slug)).toEqual(['det-gronne-gentofte', 'byens-hus'])
})

it('joins each recommendation upstream to what it came from, and marriage downstream to its referendum', async () => {
  for (const { place, lines } of toldCases) {
    for (const line of lines) {
      const { read, problem } = await caseOf(place.slug, line.problem.slug)
      for (const { id } of await recommendationsOf(read, problem.id)) {
        const origins = (await upstream(read, { kind: 'recommendation', id })).map(({ to }) => to.kind)
        expect(origins.some((kind) => kind === 'framing' || kind === 'idea')).toBe(true)
      }
    }
  }
  const { read } = await caseOf('ireland', 'constitution')
  const [idea] = await searchIdeas(read, sought('submissions on marriage', ['en']), 1)
  if (!idea) throw new Error('the submissions were not told')
  const reached = new Set((await downstream(read, { kind: 'idea', id: idea.id })).map(({ from }) => from.kind))
  expect(reached).toEqual(
    new Set(['answer', 'clause', 'commitment', 'indicator', 'measurement', 'milestone', 'recommendation']),
  )
})

it('tells the facts of Ängelholm with who answered in words, and what is unknown as unknown', async () => {
  const { read, problem } = await caseOf('angelholm', 'culture-house')
  const orders = await evidenceOf(read, problem.id)
  expect(orders.map(({ question }) => question)).toEqual(
    expect.arrayContaining([expect.stringMatching(/plots/), expect.stringMatching(/culture school today/)]),
  )
  for (const { orderedBy, wantedBy, source, sides } of orders) {
    expect({ orderedBy, wantedBy }).toEqual({ orderedBy: null, wantedBy: null })
    expect(source).toMatch(/engelholm/)
    expect(sides.length).toBeGreaterThan(0)
  }
})

it('joins what Ängelholm agreed to the meeting and the facts it came from, and the contested size to nothing that is not told', async () => {
  const { read, problem } = await caseOf('angelholm', 'culture-house')
  const originsOf = async (title: string) => {
    const found = (await recommendationsOf(read, problem.id)).find((one) => one.title === title)
    if (!found) throw new Error(`there is no «${title}»`)
    const strands = await upstream(read, { kind: 'recommendation', id: found.id })
    return new Set(strands.map(({ to }) => to.kind).filter((kind) => kind === 'meeting' || kind === 'evidence'))
  }
  expect(await originsOf('Values of the house')).toEqual(new Set(['meeting']))
  expect(await originsOf('The culture school inside the house')).toEqual(new Set(['evidence']))
  expect(await originsOf('Contested: exact size of the main stage')).toEqual(new Set())
})
