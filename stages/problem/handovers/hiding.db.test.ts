import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { allJurisdictions } from '../../../platform/directory/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries, subscribe } from '../../../platform/ledger/index.ts'
import { hiddenThings, hiddenWords, hide, openReports, restore } from '../../../platform/moderation/index.ts'
import { problemCards } from '../cards.ts'
import { answerFraming, proposeFraming } from '../framing-commands.ts'
import { framings } from '../framing-store.ts'
import { sponsorProblem } from '../commands.ts'
import type { Problem } from '../store.ts'
import { giveRule, raised } from '../testing.ts'
import { answerHandover, askOther } from './commands.ts'
import { stonesFromThere, stonesHere } from './hidden-store.ts'
import { followHiding } from './hiding.ts'
import { handoversIn } from './in-store.ts'
import { carryHandover } from './jobs.ts'
import { handoversOutOf } from './store.ts'
import { carryAll, putInto, takeCarried } from './testing.ts'

/** A text that was handed over and is then hidden where it came from: two acts, one in each place, joined by a job. */
let home: TestDatabase
let database: Database
let nation: Town
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  nation = await foundTown(database, 'estrand')
  town = await putInto(database, await foundTown(database, 'lindhavn'), nation.place.id, { name: 'Lindhavn' })
  for (const place of [nation, town]) await giveRule(database, place)
  for (const kind of ['moderation.hidden', 'moderation.restored']) subscribe(kind, followHiding)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

let count = 0

/** A problem of the town, handed to the nation and arrived there. */
async function handedOver() {
  count += 1
  const question = `Who keeps ferry ${count} running?`
  const problem = await raised(database, town.people.alice, { question })
  const asked = await askOther(database, town.people.dora, {
    slug: problem.slug,
    kind: 'whole',
    to: [nation.place.id],
    reason: 'The ferry is the nation’s.',
    from: town.place,
    places: await allJurisdictions(database),
  })
  expect(asked.ok).toBe(true)
  await carryAll(database)
  const arrived = (await handoversIn(there())).find((one) => one.question === question)
  if (!arrived) throw new Error('it has not arrived')
  return { problem, arrived }
}

const there = () => database.read(nation.place.id)

async function judge({ place, people: { gita } }: Town, act: 'hide' | 'restore', about: Thing): Promise<void> {
  const reason = 'Names a neighbour.'
  await database.transact(place.id, gita, async (tx) => {
    if (act === 'hide')
      expect(await hide(tx, gita, { about, rule: 'personal-data', reason })).toMatchObject({ ok: true })
    else expect(await restore(tx, gita, { about, reason })).toMatchObject({ ok: true })
  })
}

async function framingOf(problem: Problem): Promise<Thing> {
  const [framing] = await framings(database.read(town.place.id), problem.id)
  if (!framing) throw new Error('a problem has words')
  return { kind: 'framing', id: framing.id }
}

function take(number: number, isAccepted = true) {
  return answerHandover(database, nation.people.dora, { number, isAccepted, reason: 'Ours.' })
}

async function stoneOn(id: Id<'handover'>) {
  return (await stonesFromThere(there(), [id])).get(id)
}

/** What was told about this thing there, and to whom. */
async function toldThere(id: Id): Promise<readonly { message: string; only: readonly string[] }[]> {
  const { rows } = await database.queueSql(`select data from pgboss.job where name = 'notices.tell'`)
  return (rows as { data: { about: Thing; message: string; only: readonly string[] } }[])
    .map(({ data }) => data)
    .filter(({ about }) => about.id === id)
}

it.each(['problem', 'framing', 'handover'] as const)(
  'a %s hidden at its origin is hidden where it was handed over, nobody takes it up, and restoring brings it back',
  async (kind) => {
    const { problem, arrived } = await handedOver()
    const about =
      kind === 'framing'
        ? await framingOf(problem)
        : ({ kind, id: kind === 'problem' ? problem.id : arrived.id } as Thing)
    await judge(town, 'hide', about)
    await carryAll(database)
    expect(await stoneOn(arrived.id)).toMatchObject({ rule: 'personal-data', reason: 'Names a neighbour.' })
    expect(await take(arrived.number)).toEqual({ ok: false, refusal: 'hidden-there' })
    expect((await problemCards.handover(there(), [arrived.id]))[0]?.title).toBe(hiddenWords)
    const moderators = (['gita', 'chen', 'ada'] as const).map((who) => nation.people[who].account)
    const [told] = await toldThere(arrived.id)
    expect(told?.message).toBe('told.handover-hidden')
    expect(new Set(told?.only)).toEqual(new Set(moderators))

    await judge(town, 'restore', about)
    await carryAll(database)
    expect(await stoneOn(arrived.id)).toBeUndefined()
    expect((await toldThere(arrived.id)).map(({ message }) => message)).toContain('told.handover-shown')
    expect(await take(arrived.number)).toMatchObject({ ok: true })
  },
)

it('a crash between the two acts loses nothing and doubles nothing, and a late job says what is true now', async () => {
  const { problem, arrived } = await handedOver()
  const about = { kind: 'problem', id: problem.id } as const
  await judge(town, 'hide', about)
  const [hiding = {}] = await takeCarried(database)
  // The worker died after the commit there and before the queue knew: the job runs again, also at the same time.
  await Promise.all([1, 2, 3].map(() => carryHandover(database, hiding)))
  await carryHandover(database, hiding)
  const facts = async (kind: string) =>
    (await entries(there(), { limit: 500 })).filter(
      (entry) => entry.kind === kind && JSON.stringify(entry.public).includes(arrived.id),
    )
  expect(await facts('problem.handover-hidden')).toHaveLength(1)
  expect(await toldThere(arrived.id)).toHaveLength(1)
  await judge(town, 'restore', about)
  const [showing = {}] = await takeCarried(database)
  // The first job once more, after what it was about has been taken back.
  await carryHandover(database, hiding)
  await carryHandover(database, showing)
  expect(await stoneOn(arrived.id)).toBeUndefined()
  expect(await facts('problem.handover-hidden')).toHaveLength(1)
  expect(await facts('problem.handover-shown')).toHaveLength(1)
})

it('what was taken up before stays, says so, and waits for the moderators of its own place', async () => {
  const { problem, arrived } = await handedOver()
  const taken = await take(arrived.number)
  await carryAll(database)
  await judge(town, 'hide', { kind: 'problem', id: problem.id })
  const [hiding = {}] = await takeCarried(database)
  await carryHandover(database, hiding)
  await carryHandover(database, hiding)
  const [now] = (await handoversIn(there())).filter(({ id }) => id === arrived.id)
  expect(now).toMatchObject({ state: 'accepted', slug: taken.ok ? taken.value.slug : '' })
  expect(await stoneOn(arrived.id)).toMatchObject({ reason: 'Names a neighbour.' })
  const theirs = now?.problem
  if (!theirs) throw new Error('taken up')
  expect((await toldThere(theirs)).map(({ message }) => message)).toContain('told.origin-hidden')
  const [words] = await framings(there(), theirs)
  const reports = (await openReports(there())).filter(({ about }) => about.id === words?.id)
  expect(reports).toMatchObject([{ by: null, reason: expect.stringContaining('Names a neighbour.') }])
  expect((await hiddenThings(there())).map(({ about }) => about.id)).not.toContain(words?.id)

  await judge(town, 'restore', { kind: 'problem', id: problem.id })
  await carryAll(database)
  expect((await toldThere(theirs)).map(({ message }) => message)).toContain('told.origin-shown')
})

it('other words of the same problem, hidden there, hide nothing here; the ones that came stay hidden when others are in use', async () => {
  const { problem, arrived } = await handedOver()
  const { slug } = problem
  await sponsorProblem(database, town.people.dora, { slug, words: 'Mine.' })
  const other = { question: 'Is the pier too short?', whatHappens: 'It floods.', whoIsAffected: 'Us.', language: 'en' }
  await proposeFraming(database, town.people.bashir, { ...other, slug, kind: 'words', reason: 'Plainer.' })
  await answerFraming(database, town.people.dora, { slug, number: 2, isAccepted: true, reason: 'Yes.' })
  const [first, second] = await framings(database.read(town.place.id), problem.id)
  if (!first || !second) throw new Error('two versions')
  await judge(town, 'hide', { kind: 'framing', id: second.id })
  await carryAll(database)
  expect(await stoneOn(arrived.id)).toBeUndefined()
  await judge(town, 'hide', { kind: 'framing', id: first.id })
  await carryAll(database)
  expect(await stoneOn(arrived.id)).toBeDefined()
  expect(await take(arrived.number, false)).toMatchObject({ ok: true })
})

it('words hidden on the way never arrive, whichever job comes first', async () => {
  const problem = await raised(database, town.people.alice, { question: 'Who dredges the fairway?' })
  const places = await allJurisdictions(database)
  const to = [nation.place.id]
  const asking = { slug: problem.slug, kind: 'whole', to, reason: 'Theirs.', from: town.place, places } as const
  await askOther(database, town.people.dora, asking)
  await judge(town, 'hide', { kind: 'problem', id: problem.id })
  for (const job of (await takeCarried(database)).toReversed()) await carryHandover(database, job)
  expect(await handoversOutOf(database.read(town.place.id), problem.id)).toMatchObject([{ state: 'stopped' }])
})

it.each(['problem', 'framing'] as const)(
  'a bug once: a %s hidden in the place that took it up was still read there as the hand-over it came by',
  async (kind) => {
    const { arrived } = await handedOver()
    expect(await take(arrived.number)).toMatchObject({ ok: true })
    const [taken] = (await handoversIn(there())).filter(({ id }) => id === arrived.id)
    if (!taken?.problem) throw new Error('taken up')
    const [first] = await framings(there(), taken.problem)
    const about = { kind, id: kind === 'problem' ? taken.problem : first?.id } as Thing
    expect((await stonesHere(there(), [taken])).size).toBe(0)
    await judge(nation, 'hide', about)
    expect((await stonesHere(there(), [taken])).get(taken.id)).toMatchObject({ rule: 'personal-data' })
    expect((await problemCards.handover(there(), [taken.id]))[0]?.title).toBe(hiddenWords)
    await judge(nation, 'restore', about)
    expect((await stonesHere(there(), [taken])).size).toBe(0)
  },
)

it('a bug once: a reason that can be hidden stood in the public part of the record, where nothing is hidden', async () => {
  const { problem } = await handedOver()
  const { slug } = problem
  const other = { question: 'Is the quay too low?', whatHappens: 'It floods.', whoIsAffected: 'Us.', language: 'en' }
  await proposeFraming(database, town.people.bashir, { ...other, slug, kind: 'words', reason: 'Says which.' })
  expect(
    await answerFraming(database, town.people.alice, {
      slug,
      number: 2,
      isAccepted: false,
      reason: 'Mr Falk’s words.',
    }),
  ).toMatchObject({ ok: true })
  const said = JSON.stringify(
    (await entries(database.read(town.place.id), { problem: problem.id })).map((entry) => entry.public),
  )
  expect(said).not.toMatch(/The ferry is the nation’s|Mr Falk’s words|Says which/)
})

it('the database lets nobody take up what is hidden where it came from', async () => {
  const { problem, arrived } = await handedOver()
  await judge(town, 'hide', { kind: 'problem', id: problem.id })
  await carryAll(database)
  const forced = database.transact(nation.place.id, null, (tx) =>
    sql`update problem.handover_in set state = 'accepted' where id = ${arrived.id}`.execute(tx),
  )
  await expect(forced).rejects.toThrow('is hidden where it came from')
})
