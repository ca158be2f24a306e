import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { addMembership, addPerson } from '../../../platform/directory/index.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries, subscribe } from '../../../platform/ledger/index.ts'
import { hide, restore } from '../../../platform/moderation/index.ts'
import { downstream } from '../../../platform/thread/index.ts'
import { recommendationsOf } from '../../draft/index.ts'
import { standingsIn } from '../answers/standing.ts'
import { giveAnswer } from '../answers/commands.ts'
import { handOver, setDates } from '../commands.ts'
import { putOffByHer, putOffByHerIn } from '../owed/owing-store.ts'
import { putOffFirst } from '../owed/store.ts'
import { promisedBy } from '../reminders/store.ts'
import { answersOf } from '../slots.ts'
import { packageOf } from '../store.ts'
import { readyCase, wordsFor, type ReadyCase } from '../testing.ts'
import { confirmVote, draftVote, votesOf } from '../voting/commands.ts'
import { answerReferral, followReferredHiding } from './commands.ts'
import { insWaiting, insById } from './in-store.ts'
import { carryReferral } from './jobs.ts'
import { referralRemindersPoll } from './reminding.ts'
import { backIn, outsOf } from './store.ts'
import { targetsOf } from './targets.ts'
import { carryReferred, takeReferred } from './testing.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const today = Temporal.Instant.from('2026-11-24T08:00:00Z')

let home: TestDatabase
let database: Database
let town: Town
let nation: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database, 'lindhavn')
  nation = await foundTown(database, 'estrand')
  for (const kind of ['moderation.hidden', 'moderation.restored']) subscribe(kind, followReferredHiding)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const now = (): Database => database.at(today)
const inTown = () => database.read(town.place.id)
const inNation = () => database.read(nation.place.id)

async function handedOver(): Promise<ReadyCase> {
  const at = await readyCase(database, town)
  expect(await handOver(now(), at.chair, { slug: at.slug, place: town.place, language: 'en' })).toMatchObject({
    ok: true,
  })
  const dates = { meetingOn: day('2026-12-10'), returnOn: day('2027-06-10') }
  expect(await setDates(now(), town.people.chen, { slug: at.slug, ...dates })).toMatchObject({ ok: true })
  return at
}

async function refer(at: ReadyCase, referBody: string, referTo = '') {
  return giveAnswer(now(), town.people.dora, {
    slug: at.slug,
    number: 1,
    place: town.place,
    targets: await targetsOf(now(), town.place),
    ...wordsFor('refer'),
    referTo,
    referBody,
  })
}

async function vote(at: ReadyCase, isCarried = true): Promise<void> {
  const [item] = await answersOf(inTown(), at.problem)
  const drafted = await draftVote(now(), town.people.chen, {
    slug: at.slug,
    place: town.place,
    number: 1,
    seen: new Map([[1, item?.answer?.version ?? 0]]),
    motion: 'To pass it on',
    decidedOn: day('2026-11-24'),
    reference: 'item 8',
    votesFor: isCarried ? 2 : 1,
    votesAgainst: isCarried ? 1 : 2,
    abstentions: 0,
    isCarried,
    dissent: '',
  })
  expect(drafted).toMatchObject({ ok: true })
  const pack = await packageOf(inTown(), at.problem)
  const waiting = pack && (await votesOf(inTown(), pack)).find(({ confirmedAt }) => confirmedAt === null)
  if (!waiting) throw new Error('no record waits')
  const confirmed = await confirmVote(now(), town.people.dora, { slug: at.slug, resolution: waiting.id })
  expect(confirmed).toMatchObject({ ok: true })
}

async function outs(at: ReadyCase) {
  const [item] = await answersOf(inTown(), at.problem)
  return item?.answer ? outsOf(inTown(), item.answer.id) : []
}

async function arrivedOf(at: ReadyCase, where: Town = nation) {
  const ids = (await outs(at)).map(({ id }) => id)
  return (await insById(database.read(where.place.id), ids)).at(-1)
}

async function referred(to: Town['council']): Promise<ReadyCase> {
  const at = await handedOver()
  expect(await refer(at, to)).toMatchObject({ ok: true })
  await vote(at)
  return at
}

const answer = (where: Town, number: number, who: Townsperson = 'emil', words = {}) =>
  answerReferral(now(), where.people[who], {
    number,
    kind: 'accept',
    reason: 'It is ours to do.',
    amendedText: '',
    ...words,
  })

const kindsIn = async (place: Town, id: string) =>
  (await entries(database.read(place.place.id), { limit: 1000 }))
    .filter((entry) => JSON.stringify(entry.public).includes(id))
    .map(({ kind }) => kind)

async function told(): Promise<readonly { readonly message: string; readonly about: { readonly id: string } }[]> {
  const { rows } = await database.queueSql(`select data from pgboss.job where name = 'notices.tell'`)
  return (rows as { data: { message: string; about: { id: string } } }[]).map(({ data }) => data)
}

test('stands on the list of the named body once the vote is carried, and its answer comes back', async () => {
  const at = await handedOver()
  expect(await refer(at, town.committee)).toMatchObject({ ok: true })
  expect(await outs(at)).toMatchObject([{ state: 'named', toName: 'Works committee' }])
  expect(await arrivedOf(at, town)).toBeUndefined()
  await vote(at)
  const there = await arrivedOf(at, town)
  expect(there).toMatchObject({
    state: 'waits',
    body: town.committee,
    title: 'Build a gate',
    fromBodyName: 'Town council',
  })
  expect((await insWaiting(inTown())).map(({ id }) => id)).toContain(there?.id)
  expect(await outs(at)).toMatchObject([{ state: 'waits', theirNumber: there?.number }])

  const owes = async () => (await putOffFirst(inTown(), 100)).filter(({ slug }) => slug === at.slug).length
  /** On her own list, as the desk asks for all of it and a brief for the case. */
  const hers = async () => {
    const person = town.people.dora.person
    if (person === null) throw new Error('she is a politician')
    const all = await putOffByHer(inTown(), person, 200)
    const inCase = await putOffByHerIn(inTown(), { person, problem: at.problem })
    return [all.filter(({ slug }) => slug === at.slug).length, inCase.length]
  }
  const reminded = async () =>
    (await promisedBy(inTown(), Temporal.Instant.from('2027-12-01T00:00:00Z'))).filter(
      ({ what, problem }) => what === 'referred' && problem === at.problem,
    ).length
  const standing = async () => (await standingsIn(inTown(), at.problem)).find(({ number }) => number === 1)
  expect([await owes(), await reminded()]).toEqual([1, 1])
  expect(await hers()).toEqual([1, 1])
  expect(await standing()).toMatchObject({ kind: 'refer', isCarried: true, answeredOn: day('2026-11-24') })
  expect(await answer(town, there?.number ?? 0)).toEqual({ ok: true, value: null })
  expect(await outs(at)).toMatchObject([{ state: 'accept', reason: 'It is ours to do.', answeredByName: 'Emil' }])
  expect([await owes(), await reminded()]).toEqual([0, 0])
  expect(await hers(), 'a brief went on to name it as her open promise').toEqual([0, 0])
  expect(await kindsIn(town, there?.id ?? '-')).toEqual(
    expect.arrayContaining([
      'decision.referred',
      'decision.referral-received',
      'decision.referral-answered',
      'decision.referral-came-back',
    ]),
  )
  const [out] = await outs(at)
  const after = out ? await downstream(inTown(), { kind: 'answer', id: out.answer }) : []
  expect(after.map(({ from }) => from.id)).toContain(there?.id)
  expect((await told()).filter(({ about }) => about.id === out?.answer).map(({ message }) => message)).toContain(
    'told.referral-accept',
  )
})

test('passing on that is only proposed, or voted down, binds nobody: no list names it as owed, and nobody is reminded', async () => {
  const at = await handedOver()
  expect(await refer(at, '', 'The region')).toMatchObject({ ok: true })
  const { person } = town.people.dora
  if (!person) throw new Error('Dora sits in the body')
  const owed = async () => {
    const reminded = await promisedBy(inTown(), Temporal.Instant.from('2027-12-01T00:00:00Z'))
    return [
      (await putOffFirst(inTown(), 100)).filter(({ slug }) => slug === at.slug).length,
      (await putOffByHer(inTown(), person, 100)).filter(({ slug }) => slug === at.slug).length,
      reminded.filter(({ what, problem }) => what === 'referred' && problem === at.problem).length,
    ]
  }
  expect(await owed()).toEqual([0, 0, 0])
  await vote(at, false)
  expect(await owed()).toEqual([0, 0, 0])
  expect(await refer(at, '', 'The region of the north')).toMatchObject({ ok: true })
  await vote(at)
  expect(await owed()).toEqual([1, 1, 1])
})

test('the number of what is passed on is as it was: it stays an answer that refers', async () => {
  const at = await referred(town.committee)
  await answer(town, (await arrivedOf(at, town))?.number ?? 0, 'emil', { kind: 'reject', reason: 'Not ours.' })
  const [item] = await answersOf(inTown(), at.problem)
  expect(item?.answer?.kind).toBe('refer')
  expect([...(await backIn(inTown(), at.problem)).values()]).toEqual([
    { answer: item?.answer?.id, kind: 'reject', reason: 'Not ours.' },
  ])
})

test('is answered once, by one who sits in the body, with a reason', async () => {
  const at = await referred(town.committee)
  const number = (await arrivedOf(at, town))?.number ?? 0
  expect(await answer(town, number, 'alice')).toEqual({ ok: false, refusal: 'not-in-body' })
  expect(await answer(town, number, 'chen')).toEqual({ ok: false, refusal: 'staff-never-answer' })
  expect(await answer(town, number, 'emil', { reason: '' })).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(await answer(town, 9999)).toEqual({ ok: false, refusal: 'no-such-referral' })
  const answers = await Promise.all([answer(town, number, 'emil'), answer(town, number, 'freja')])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'answered-already' })
})

test('in another place it arrives once and comes back once, however often the job runs', async () => {
  const at = await referred(nation.council)
  expect(await outs(at)).toMatchObject([{ state: 'sent', toName: 'Town council (Testhavn)' }])
  const [job] = await takeReferred(database)
  await Promise.all([1, 2, 3].map(() => carryReferral(now(), job ?? {})))
  await carryReferred(now())
  const there = await arrivedOf(at)
  expect(there).toMatchObject({
    state: 'waits',
    from: town.place.id,
    fromSlug: at.slug,
    fromNumber: 1,
    fromBodyName: `Town council (${town.place.name})`,
    text: 'Build a gate before the storms.',
    askedByName: 'Dora',
  })
  expect(
    (await kindsIn(nation, there?.id ?? '-')).filter((kind) => kind === 'decision.referral-received'),
  ).toHaveLength(1)
  expect(await outs(at)).toMatchObject([{ state: 'waits', theirNumber: there?.number }])

  const amended = { kind: 'accept-amended', amendedText: 'Build two gates.', reason: 'One is too few.' }
  expect(await answer(nation, there?.number ?? 0, 'freja', amended)).toMatchObject({ ok: true })
  const [back] = await takeReferred(database)
  await Promise.all([1, 2, 3].map(() => carryReferral(now(), back ?? {})))
  expect(await outs(at)).toMatchObject([
    { state: 'accept-amended', amendedText: 'Build two gates.', answeredByName: 'Freja' },
  ])
  expect((await kindsIn(town, there?.id ?? '-')).filter((kind) => kind === 'decision.referral-came-back')).toHaveLength(
    1,
  )
})

test('a crash between the two places leaves the second act to be done', async () => {
  const at = await referred(nation.council)
  const [job] = await takeReferred(database)
  // The worker dies when all of the second act is done and nothing of it is committed.
  const dying: Database = {
    ...now(),
    transact: (place, actor, act) =>
      now().transact(place, actor, async (tx) => {
        await act(tx)
        throw new Error('crash')
      }),
  }
  await expect(carryReferral(dying, job ?? {})).rejects.toThrow('crash')
  expect(await arrivedOf(at)).toBeUndefined()
  expect(await outs(at)).toMatchObject([{ state: 'sent' }])
  await carryReferral(now(), job ?? {})
  await carryReferred(now())
  expect(await arrivedOf(at)).toMatchObject({ state: 'waits' })
  expect(await outs(at)).toMatchObject([{ state: 'waits' }])
})

test('a vote that is lost sends nothing; a later answer withdraws what was sent', async () => {
  const at = await handedOver()
  await refer(at, nation.council)
  await vote(at, false)
  expect(await outs(at)).toMatchObject([{ state: 'named' }])
  expect(await takeReferred(database)).toEqual([])
  await refer(at, nation.council)
  await vote(at)
  await carryReferred(now())
  await giveAnswer(now(), town.people.dora, { slug: at.slug, number: 1, place: town.place, ...wordsFor('reject') })
  await vote(at)
  await carryReferred(now())
  expect((await outs(at)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  const there = await arrivedOf(at)
  expect(there).toMatchObject({ state: 'withdrawn' })
  expect(await answer(nation, there?.number ?? 0)).toEqual({ ok: false, refusal: 'withdrawn-already' })
})

test('what is hidden here is hidden there, and shown again; what is hidden on the way waits', async () => {
  const at = await referred(nation.council)
  const about = { kind: 'recommendation', id: at.recommendations[0] ?? '' } as Parameters<typeof hide>[2]['about']
  const moderate = (isHiding: boolean) =>
    database.transact(town.place.id, town.people.gita, async (tx) =>
      isHiding
        ? hide(tx, town.people.gita, { about, rule: 'personal-data', reason: 'A name.' })
        : restore(tx, town.people.gita, { about, reason: 'It is no name.' }),
    )
  expect(await moderate(true)).toMatchObject({ ok: true })
  await carryReferred(now())
  expect(await arrivedOf(at)).toBeUndefined()
  expect(await moderate(false)).toMatchObject({ ok: true })
  await carryReferred(now())
  const there = await arrivedOf(at)
  expect(there).toMatchObject({ hiddenAt: null })
  await moderate(true)
  await carryReferred(now())
  expect((await arrivedOf(at))?.hiddenAt).not.toBeNull()
  expect(await answer(nation, there?.number ?? 0)).toEqual({ ok: false, refusal: 'hidden' })
  await moderate(false)
  await carryReferred(now())
  expect(await answer(nation, there?.number ?? 0)).toMatchObject({ ok: true })
  await carryReferred(now())
})

test('one hidden clause of the recommendation, or its section, hides what was passed on; its answer stays', async () => {
  const at = await referred(nation.council)
  await carryReferred(now())
  const [one] = (await recommendationsOf(inTown(), at.problem)).filter(({ id }) => id === at.recommendations[0])
  if (!one) throw new Error('the case has no recommendation')
  const things = [
    { kind: 'clause', id: one.clauses[0]?.id ?? one.id },
    { kind: 'section', id: one.section },
  ] as Parameters<typeof hide>[2]['about'][]
  for (const about of things) {
    const judging = { about, reason: 'A name.' }
    await database.transact(town.place.id, town.people.gita, (tx) =>
      hide(tx, town.people.gita, { ...judging, rule: 'personal-data' }),
    )
    await carryReferred(now())
    expect((await arrivedOf(at))?.hiddenAt, about.kind).not.toBeNull()
    await database.transact(town.place.id, town.people.gita, (tx) => restore(tx, town.people.gita, judging))
    await carryReferred(now())
    expect((await arrivedOf(at))?.hiddenAt, about.kind).toBeNull()
  }
})

test('refuses the body that answers, one that is not in the list, and two at once', async () => {
  const at = await handedOver()
  expect(await refer(at, town.council)).toEqual({ ok: false, refusal: 'own-body' })
  expect(await refer(at, at.problem)).toEqual({ ok: false, refusal: 'no-such-body' })
  expect(await refer(at, town.committee, 'The county')).toEqual({ ok: false, refusal: 'refer-to-one' })
  expect(await refer(at, '', '')).toEqual({ ok: false, refusal: 'refer-to-whom' })
  expect(await refer(at, '', 'The county')).toMatchObject({ ok: true })
  expect(await outs(at)).toEqual([])
})

test('its members are reminded before the day and its chair after it, each once', async () => {
  const at = await referred(nation.committee)
  await carryReferred(now())
  const there = await arrivedOf(at)
  const lateOf = async () =>
    (await told())
      .filter(({ about, message }) => about.id === there?.id && message.includes('late'))
      .map(({ message }) => message)
  await referralRemindersPoll(database.at(Temporal.Instant.from('2026-12-01T08:00:00Z')), nation.place.id)
  expect(await lateOf()).toEqual([])
  for (const when of ['2027-01-25T08:00:00Z', '2027-01-26T08:00:00Z', '2027-02-05T08:00:00Z', '2027-04-05T08:00:00Z'])
    await referralRemindersPoll(database.at(Temporal.Instant.from(when)), nation.place.id)
  expect((await lateOf()).toSorted()).toEqual(['told.referral-late-chair', 'told.referral-late-those'])
})

test('the database keeps what was passed on and answered, whoever writes to it', async () => {
  const at = await referred(nation.council)
  await carryReferred(now())
  const there = await arrivedOf(at)
  const change = (place: Town, statement: ReturnType<typeof sql>) =>
    database.transact(place.place.id, null, (tx) => statement.execute(tx))
  await expect(
    change(nation, sql`update decision.referral_in set text = 'Other' where id = ${there?.id}`),
  ).rejects.toThrow('stays as it was')
  await expect(
    change(nation, sql`update decision.referral_in set state = 'accept' where id = ${there?.id}`),
  ).rejects.toThrow(/check/)
  await expect(
    change(town, sql`update decision.referral_out set to_name = 'Other' where id = ${there?.id}`),
  ).rejects.toThrow('stays as it was')
  const stranger = await database.transact(nation.place.id, null, (tx) =>
    addPerson(tx, { slug: 'stranger', name: 'Stranger' }),
  )
  await expect(
    change(
      nation,
      sql`update decision.referral_in set state = 'reject', reason = 'No.', answered_by = ${stranger}, answered_at = now()
        where id = ${there?.id}`,
    ),
  ).rejects.toThrow('does not sit in the body')
  await database.transact(nation.place.id, null, (tx) =>
    addMembership(tx, {
      person: stranger,
      body: nation.council,
      party: null,
      role: 'Member',
      isChair: false,
      startsOn: day('2020-01-01'),
      endsOn: day('2026-11-23'),
    }),
  )
  await expect(
    change(
      nation,
      sql`update decision.referral_in set state = 'reject', reason = 'No.', answered_by = ${stranger},
          answered_at = ${today} where id = ${there?.id}`,
    ),
    'the day after the term ended',
  ).rejects.toThrow('does not sit in the body')
  await answer(nation, there?.number ?? 0)
  await expect(
    change(nation, sql`update decision.referral_in set reason = 'Other' where id = ${there?.id}`),
  ).rejects.toThrow('is answered')
  await carryReferred(now())
  await expect(
    change(town, sql`update decision.referral_out set reason = 'Other' where id = ${there?.id}`),
  ).rejects.toThrow('is over')
  const unsent = await handedOver()
  await refer(unsent, town.committee)
  const [named] = await outs(unsent)
  await expect(
    change(town, sql`update decision.referral_out set state = 'sent', sent_at = now() where id = ${named?.id}`),
  ).rejects.toThrow('has not voted')
  // One place never sees the other's rows.
  expect(await insById(inTown(), there ? [there.id] : [])).toEqual([])
  expect(await insById(inNation(), there ? [there.id] : [])).toHaveLength(1)
})
