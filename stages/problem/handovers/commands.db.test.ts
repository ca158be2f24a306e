import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { allJurisdictions } from '../../../platform/directory/index.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide, hiddenWords } from '../../../platform/moderation/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { problemCards } from '../cards.ts'
import { raiseProblem, sponsorProblem } from '../commands.ts'
import { framings } from '../framing-store.ts'
import { problemBySlug, problemsById } from '../store.ts'
import { giveRule } from '../testing.ts'
import { answerHandover, askOther } from './commands.ts'
import { handoversIn, handoversInOf } from './in-store.ts'
import { carryHandover } from './jobs.ts'
import { handoversOutOf } from './store.ts'
import { carryAll, putInto, takeCarried } from './testing.ts'

/** A union, a nation in it, two towns in the nation, and an island that lies in nothing. */
let home: TestDatabase
let database: Database
let union: Town
let nation: Town
let town: Town
let other: Town
let island: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  union = await foundTown(database, 'union')
  nation = await putInto(database, await foundTown(database, 'estrand'), union.place.id, { name: 'Estrand' })
  town = await putInto(database, await foundTown(database, 'lindhavn'), nation.place.id, { name: 'Lindhavn' })
  other = await putInto(database, await foundTown(database, 'nordby'), nation.place.id, { name: 'Nordby' })
  island = await foundTown(database, 'island')
  for (const one of [union, nation, town, other, island]) await giveRule(database, one)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

let count = 0

async function raisedIn(place: Town) {
  count += 1
  const question = `Who keeps road ${count} open in winter?`
  const raised = await raiseProblem(database, place.people.alice, {
    question,
    whatHappens: 'It is closed for weeks.',
    whoIsAffected: 'Everybody on the coast.',
    language: 'en',
  })
  if (!raised.ok) throw new Error(raised.refusal)
  const problem = await problemBySlug(database.read(place.place.id), raised.value.slug)
  if (!problem) throw new Error('lost')
  return problem
}

type Where = { readonly from: Town; readonly to: readonly Town[]; readonly slug: string }

async function ask({ from, to, slug }: Where, who: Townsperson = 'dora', kind: 'whole' | 'part' = 'whole') {
  return askOther(database, from.people[who], {
    slug,
    kind,
    to: to.map(({ place }) => place.id),
    reason: 'The road is the nation’s.',
    from: from.place,
    places: await allJurisdictions(database),
  })
}

function hideIn({ place, people }: Town, about: Thing) {
  return database.transact(place.id, people.gita, (tx) =>
    hide(tx, people.gita, { about, rule: 'personal-data', reason: 'A name.' }),
  )
}

async function outOf(from: Town, problem: Id<'problem'>) {
  return handoversOutOf(database.read(from.place.id), problem)
}

async function arrivedIn(place: Town, question: string) {
  return (await handoversIn(database.read(place.place.id))).find((one) => one.question === question)
}

it('is taken up there as a problem of their own, linked both ways, and the news comes back', async () => {
  const problem = await raisedIn(town)
  expect(await ask({ from: town, to: [nation], slug: problem.slug })).toEqual({ ok: true, value: { count: 1 } })
  expect(await outOf(town, problem.id)).toMatchObject([{ state: 'sent', dueAt: null }])
  await carryAll(database)
  const arrived = await arrivedIn(nation, problem.question)
  expect(arrived).toMatchObject({
    state: 'waits',
    from: town.place.id,
    fromSlug: problem.slug,
    whatHappens: problem.whatHappens,
    askedByName: 'Dora',
    reason: 'The road is the nation’s.',
  })
  expect((await outOf(town, problem.id))[0]).toMatchObject({ state: 'waits', dueAt: arrived?.dueAt })

  const answered = await answerHandover(database, nation.people.emil, {
    number: arrived?.number ?? 0,
    isAccepted: true,
    reason: 'It is our road.',
  })
  expect(answered).toMatchObject({ ok: true })
  await carryAll(database)
  const slug = (answered.ok && answered.value.slug) || ''
  const theirs = await problemBySlug(database.read(nation.place.id), slug)
  expect(theirs).toMatchObject({
    question: problem.question,
    raisedBy: nation.people.emil.account,
    sponsors: [nation.people.emil.person],
  })
  expect((await handoversInOf(database.read(nation.place.id), theirs?.id ?? ''))[0]).toMatchObject({
    from: town.place.id,
    fromSlug: problem.slug,
  })
  expect(await outOf(town, problem.id)).toMatchObject([
    { state: 'accepted', answer: 'It is our road.', answeredByName: 'Emil', theirSlug: slug },
  ])
  const kinds = async (place: Town) =>
    (await entries(database.read(place.place.id), { limit: 500 })).map(({ kind }) => kind)
  expect(await kinds(town)).toEqual(expect.arrayContaining(['problem.handover-asked', 'problem.handover-came-back']))
  expect(await kinds(nation)).toEqual(
    expect.arrayContaining(['problem.handover-received', 'problem.handover-answered', 'problem.raised']),
  )
  // Here it stays readable, and can go on.
  expect(await sponsorProblem(database, town.people.dora, { slug: problem.slug, words: 'Our part.' })).toMatchObject({
    ok: true,
  })
})

it('is declined with a reason that is public in both places, and can be asked again', async () => {
  const problem = await raisedIn(town)
  await ask({ from: town, to: [other], slug: problem.slug })
  await carryAll(database)
  const number = (await arrivedIn(other, problem.question))?.number ?? 0
  await answerHandover(database, other.people.freja, { number, isAccepted: false, reason: 'We have no such road.' })
  await carryAll(database)
  expect(await outOf(town, problem.id)).toMatchObject([
    { state: 'declined', answer: 'We have no such road.', answeredByName: 'Freja', theirSlug: null },
  ])
  expect(await ask({ from: town, to: [other], slug: problem.slug })).toMatchObject({ ok: true })
  await carryAll(database)
  expect((await outOf(town, problem.id)).map(({ state }) => state)).toEqual(['declined', 'waits'])
})

it('a crash between the two places loses nothing and doubles nothing', async () => {
  const problem = await raisedIn(town)
  await ask({ from: town, to: [nation], slug: problem.slug })
  const [question] = await takeCarried(database)
  // The worker died after the commit and before the queue knew: the job runs again, also at the same time.
  await Promise.all([1, 2, 3].map(() => carryHandover(database, question ?? {})))
  const news = await takeCarried(database)
  const there = (await handoversIn(database.read(nation.place.id))).filter((one) => one.question === problem.question)
  expect(there).toHaveLength(1)
  const received = (await entries(database.read(nation.place.id), { limit: 500 })).filter(
    (entry) =>
      entry.kind === 'problem.handover-received' && JSON.stringify(entry.public).includes(there[0]?.id ?? 'nowhere'),
  )
  expect(received).toHaveLength(1)

  // The answer is given before the news of the arrival came back, and overtakes it.
  await answerHandover(database, nation.people.dora, {
    number: there[0]?.number ?? 0,
    isAccepted: true,
    reason: 'Ours.',
  })
  const [answer] = await takeCarried(database)
  await carryHandover(database, answer ?? {})
  await carryHandover(database, answer ?? {})
  for (const job of news) await carryHandover(database, job)
  expect(await outOf(town, problem.id)).toMatchObject([{ state: 'accepted', answeredByName: 'Dora' }])
  const back = (await entries(database.read(town.place.id), { problem: problem.id })).filter(
    ({ kind }) => kind === 'problem.handover-came-back',
  )
  expect(back).toHaveLength(1)
})

it('two politicians at once: one takes it up, the other hears that it is answered', async () => {
  const problem = await raisedIn(town)
  await ask({ from: town, to: [nation], slug: problem.slug })
  await carryAll(database)
  const number = (await arrivedIn(nation, problem.question))?.number ?? 0
  const answers = await Promise.all(
    (['dora', 'emil'] as const).map((who) =>
      answerHandover(database, nation.people[who], { number, isAccepted: true, reason: 'Ours.' }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'answered-already' })
  await carryAll(database)
})

it('hidden words never cross: not when they are hidden at once, and not when they are hidden on the way', async () => {
  const problem = await raisedIn(town)
  await ask({ from: town, to: [nation], slug: problem.slug })
  const [current] = await framings(database.read(town.place.id), problem.id)
  const hidden = await hideIn(town, { kind: 'framing', id: current?.id ?? newId('framing') })
  expect(hidden).toMatchObject({ ok: true })
  await carryAll(database)
  expect(await outOf(town, problem.id)).toMatchObject([{ state: 'stopped' }])
  expect(await arrivedIn(nation, problem.question)).toBeUndefined()
  expect(await arrivedIn(nation, hiddenWords)).toBeUndefined()
  expect(await ask({ from: town, to: [nation], slug: problem.slug })).toEqual({ ok: false, refusal: 'hidden' })
})

it('what was hidden there cannot become a problem of theirs', async () => {
  const problem = await raisedIn(town)
  await ask({ from: town, to: [nation], slug: problem.slug })
  await carryAll(database)
  const arrived = await arrivedIn(nation, problem.question)
  const about = { kind: 'handover', id: arrived?.id ?? newId('handover') } as const
  await hideIn(nation, about)
  const number = arrived?.number ?? 0
  const taken = await answerHandover(database, nation.people.dora, { number, isAccepted: true, reason: 'Ours.' })
  expect(taken).toEqual({ ok: false, refusal: 'hidden-here' })
  const [card] = await problemCards.handover(database.read(nation.place.id), [about.id])
  expect(card).toMatchObject({ path: `/handovers/${number}`, state: 'state.handover-waits' })
  await answerHandover(database, nation.people.dora, { number, isAccepted: false, reason: 'Hidden.' })
  await carryAll(database)
})

it('refuses the same place twice, oneself, a place the tree does not join, and whoever is no politician here', async () => {
  const { slug } = await raisedIn(town)
  const before = await entries(database.read(town.place.id), { limit: 500 })
  expect(await ask({ from: town, to: [town], slug })).toEqual({ ok: false, refusal: 'same-place' })
  expect(await ask({ from: town, to: [island], slug })).toEqual({ ok: false, refusal: 'unrelated-place' })
  expect(await ask({ from: town, to: [nation], slug }, 'chen')).toEqual({ ok: false, refusal: 'staff-never-hand-over' })
  expect(await ask({ from: town, to: [nation], slug }, 'alice')).toEqual({ ok: false, refusal: 'only-politicians' })
  expect(await ask({ from: town, to: [], slug })).toEqual({ ok: false, refusal: 'no-such-place' })
  expect(await entries(database.read(town.place.id), { limit: 500 })).toHaveLength(before.length)
  expect(await takeCarried(database)).toEqual([])
  await ask({ from: town, to: [nation], slug })
  expect(await ask({ from: town, to: [nation], slug }, 'emil')).toEqual({ ok: false, refusal: 'asked-already' })
  await carryAll(database)
})

it('a union opens a problem with parts in its members; each decides for itself, and each links up', async () => {
  const problem = await raisedIn(union)
  const invite = { from: union, to: [nation, town, other], slug: problem.slug }
  expect(await ask(invite, 'dora', 'part')).toEqual({ ok: false, refusal: 'only-sponsors-invite' })
  await sponsorProblem(database, union.people.dora, { slug: problem.slug, words: 'Together.' })
  expect(await ask(invite, 'dora', 'part')).toEqual({ ok: true, value: { count: 3 } })
  await carryAll(database)
  for (const [place, isAccepted] of [
    [nation, true],
    [town, true],
    [other, false],
  ] as const) {
    const number = (await arrivedIn(place, problem.question))?.number ?? 0
    await answerHandover(database, place.people.emil, { number, isAccepted, reason: 'As we can.' })
  }
  await carryAll(database)
  const parts = await outOf(union, problem.id)
  expect(parts.map(({ to, state, kind }) => [to, state, kind])).toEqual(
    expect.arrayContaining([
      [nation.place.id, 'accepted', 'part'],
      [town.place.id, 'accepted', 'part'],
      [other.place.id, 'declined', 'part'],
    ]),
  )
  const theirs = await problemBySlug(
    database.read(town.place.id),
    parts.find(({ to }) => to === town.place.id)?.theirSlug ?? '',
  )
  expect((await handoversInOf(database.read(town.place.id), theirs?.id ?? ''))[0]).toMatchObject({
    kind: 'part',
    from: union.place.id,
    fromSlug: problem.slug,
  })
  expect(await ask({ from: town, to: [union], slug: theirs?.slug ?? '' })).toEqual({
    ok: false,
    refusal: 'came-from-there',
  })
})

it('of several places all are asked or none', async () => {
  const problem = await raisedIn(union)
  await sponsorProblem(database, union.people.dora, { slug: problem.slug, words: 'Together.' })
  const invited = await ask({ from: union, to: [nation, island], slug: problem.slug }, 'dora', 'part')
  expect(invited).toEqual({ ok: false, refusal: 'unrelated-place' })
  expect(await outOf(union, problem.id)).toEqual([])
})

it('tells everybody who follows the problem, when it is asked and when the answer comes', async () => {
  const problem = await raisedIn(town)
  const { account } = town.people.bashir
  if (!account) throw new Error('no account')
  const about = { kind: 'problem', id: problem.id } as const
  await database.transact(town.place.id, null, (tx) => follow(tx, { account, about, asAuthor: false }))
  const told = async () =>
    (
      (await database.queueSql(`select data from pgboss.job where name = 'notices.tell'`)).rows as {
        data: { message: string; about: { id: string } }
      }[]
    )
      .filter(({ data }) => data.about.id === problem.id)
      .map(({ data }) => data.message)
  await ask({ from: town, to: [nation], slug: problem.slug })
  await carryAll(database)
  const number = (await arrivedIn(nation, problem.question))?.number ?? 0
  await answerHandover(database, nation.people.dora, { number, isAccepted: true, reason: 'Ours.' })
  await carryAll(database)
  expect(await told()).toEqual(expect.arrayContaining(['told.handed-over', 'told.handover-accepted']))
})

it('the database keeps what was asked and answered, whoever writes to it', async () => {
  const problem = await raisedIn(town)
  await ask({ from: town, to: [nation], slug: problem.slug })
  await carryAll(database)
  const arrived = await arrivedIn(nation, problem.question)
  const change = (place: Town, statement: ReturnType<typeof sql>) =>
    database.transact(place.place.id, null, (tx) => statement.execute(tx))
  await expect(
    change(nation, sql`update problem.handover_in set question = 'Another?' where id = ${arrived?.id}`),
  ).rejects.toThrow('stays as it was')
  await expect(
    change(
      nation,
      sql`update problem.handover_in set state = 'declined', answered_at = now() where id = ${arrived?.id}`,
    ),
  ).rejects.toThrow(/check/)
  await expect(
    change(town, sql`update problem.handover_out set to_id = jurisdiction_id where id = ${arrived?.id}`),
  ).rejects.toThrow('stays as it was')
  await answerHandover(database, nation.people.dora, { number: arrived?.number ?? 0, isAccepted: false, reason: 'No.' })
  await expect(
    change(nation, sql`update problem.handover_in set answer = 'Yes.' where id = ${arrived?.id}`),
  ).rejects.toThrow('is answered')
  await carryAll(database)
  // One place never sees the other's rows.
  expect(await problemsById(database.read(nation.place.id), [problem.id])).toEqual([])
  expect(await handoversOutOf(database.read(nation.place.id), problem.id)).toEqual([])
})
