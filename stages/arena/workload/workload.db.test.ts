import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { draftingIn, type MandateCase } from '../../mandate/testing.ts'
import { seatPolitician } from '../commands.ts'
import { leaveGroup } from '../acceptances/leaving.ts'
import { putOffer } from '../acceptances/store.ts'
import { endStaffing, nameStaff } from '../staffing/commands.ts'
import { putStaffing } from '../staffing/store.ts'
import { seatGroup } from '../testing.ts'
import { setGroupLimits } from './commands.ts'
import { exceptionsOf, groupsByFacilitator, groupsByPerson, groupLimitsOf } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

/** A town of its own for each test, in which two groups at once are what is asked of one. */
async function founded() {
  town = await foundTown(database)
  expect((await setGroupLimits(database, town.people.chen, { politicians: 2, facilitators: 2 })).ok).toBe(true)
  return draftingIn(database, town)
}

const read = () => database.read(town.place.id)
const today = () => todayIn(town.place, Temporal.Now.instant())

/** A case whose group is at work until a day from today. */
async function atWork(drafting: Awaited<ReturnType<typeof founded>>, days: number): Promise<MandateCase> {
  const at = await drafting.sponsored()
  const terms = { ...drafting.whole(), startsOn: today().subtract({ days: 300 }), endsOn: today().add({ days }) }
  expect((await drafting.save(at, terms)).ok).toBe(true)
  expect((await drafting.answer(at)).ok).toBe(true)
  await drafting.draftVote(at)
  expect((await drafting.confirm(at)).ok).toBe(true)
  return at
}

function personOf(who: 'dora' | 'emil'): Id<'person'> {
  const { person } = town.people[who]
  if (person === null) throw new Error(`${who} is a politician`)
  return person
}

/** Dora, who leads the cases, takes a seat herself unless a test says whom she asks. */
function seating({ slug }: MandateCase, overLimit = '', who: 'dora' | 'emil' = 'dora') {
  return seatPolitician(database, town.people.dora, {
    slug,
    person: personOf(who),
    isChair: false,
    reason: 'Knows it.',
    overLimit,
  })
}

it('asks of a politician no more groups than the place says without a reason, which stands beside the seat', async () => {
  const drafting = await founded()
  const [one, two, three, over] = [
    await atWork(drafting, 100),
    await atWork(drafting, 100),
    await atWork(drafting, 100),
    // Its work is over: it counts no more.
    await atWork(drafting, -1),
  ]
  for (const at of [over, one, two]) expect((await seating(at)).ok).toBe(true)
  expect((await groupsByPerson(read(), today())).get(personOf('dora'))?.toSorted()).toEqual(
    [one.problem, two.problem].toSorted(),
  )
  expect(await seating(three)).toEqual({ ok: false, refusal: 'over-limit' })
  expect((await seating(three, 'He alone knows the old quay.')).ok).toBe(true)
  expect([...(await exceptionsOf(read(), three.problem)).values()]).toMatchObject([
    { groups: 2, reason: 'He alone knows the old quay.' },
  ])
  expect(await drafting.kinds(three)).toContain('arena.seated-over-limit')
})

it('counts the groups she was asked into and has not answered', async () => {
  const drafting = await founded()
  const [one, two, three] = [await atWork(drafting, 100), await atWork(drafting, 100), await atWork(drafting, 100)]
  for (const at of [one, two]) expect((await seating(at, '', 'emil')).ok).toBe(true)
  expect((await groupsByPerson(read(), today())).get(personOf('emil'))).toBe(undefined)
  expect(await seating(three, '', 'emil')).toEqual({ ok: false, refusal: 'over-limit' })
})

it('of two who ask the same politician in two cases at once, the second is asked for a reason', async () => {
  const drafting = await founded()
  const [one, two, three] = [await atWork(drafting, 100), await atWork(drafting, 100), await atWork(drafting, 100)]
  expect((await seating(one, '', 'emil')).ok).toBe(true)
  const both = await Promise.all([seating(two, '', 'emil'), seating(three, '', 'emil')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both).toContainEqual({ ok: false, refusal: 'over-limit' })
})

it('asks for it when a seat of a group that has begun is filled anew', async () => {
  const drafting = await founded()
  const [late, one, two] = [await atWork(drafting, 100), await atWork(drafting, 100), await atWork(drafting, 100)]
  await seatGroup(database, town, { id: late.problem, slug: late.slug }, { members: ['dora', 'emil'], chair: 'dora' })
  const leaving = { slug: late.slug, words: '' }
  expect((await leaveGroup(database, town.people.emil, leaving)).ok).toBe(true)
  for (const at of [one, two]) expect((await seating(at, '', 'emil')).ok).toBe(true)
  expect(await seating(late, '', 'emil')).toEqual({ ok: false, refusal: 'over-limit' })
  expect((await seating(late, 'Knows it from before.', 'emil')).ok).toBe(true)
})

it('is held by the database too, whoever writes there', async () => {
  const drafting = await founded()
  const [one, two, three] = [await atWork(drafting, 100), await atWork(drafting, 100), await atWork(drafting, 100)]
  for (const at of [one, two]) expect((await seating(at, '', 'emil')).ok).toBe(true)
  const [{ account: politician }, { account: employee }] = [town.people.emil, town.people.gita]
  if (politician === null || employee === null) throw new Error('both have accounts')
  const offer = database.transact(town.place.id, null, (tx) =>
    putOffer(tx, three.problem, {
      account: politician,
      person: personOf('emil'),
      kind: 'politician',
      profile: null,
      isChair: false,
      way: 'chosen',
      reason: 'Past our rules.',
      criteria: [],
      madeBy: politician,
      answerBy: tx.now,
    }),
  )
  await expect(offer).rejects.toThrow('one group more')
  const named = (at: MandateCase) =>
    database.transact(town.place.id, null, (tx) =>
      putStaffing(tx, at.problem, { account: employee, role: 'facilitator', note: '', by: employee }),
    )
  for (const at of [one, two]) await named(at)
  await expect(named(three)).rejects.toThrow('one group more')
})

it('asks the same of a facilitator', async () => {
  const drafting = await founded()
  const account = town.people.gita.account
  if (account === null) throw new Error('gita has an account')
  const naming = ({ slug }: MandateCase, note = '') =>
    nameStaff(database, town.people.chen, { slug, account, role: 'facilitator', note })
  const [one, two, three] = [await atWork(drafting, 100), await atWork(drafting, 100), await atWork(drafting, 100)]
  for (const at of [one, two]) expect((await naming(at)).ok).toBe(true)
  expect(await naming(three)).toEqual({ ok: false, refusal: 'over-limit' })
  expect((await naming(three, 'The other two end in May.')).ok).toBe(true)
  expect((await groupsByFacilitator(read(), today())).get(account)?.length).toBe(3)
  const [four, five] = [await atWork(drafting, 100), await atWork(drafting, 100)]
  for (const at of [one, two]) {
    const ended = await endStaffing(database, town.people.chen, { slug: at.slug, account, role: 'facilitator' })
    expect(ended.ok).toBe(true)
  }
  const both = await Promise.all([naming(four), naming(five)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

it('is three of each until a place says otherwise, and is set by clerks and administrators', async () => {
  town = await foundTown(database)
  expect(await groupLimitsOf(read())).toEqual({ politicians: 3, facilitators: 3 })
  expect(await setGroupLimits(database, town.people.dora, { politicians: 9, facilitators: 9 })).toEqual({
    ok: false,
    refusal: 'not-yours-to-set',
  })
  await setGroupLimits(database, town.people.ada, { politicians: 4, facilitators: 2 })
  expect(await groupLimitsOf(read())).toEqual({ politicians: 4, facilitators: 2 })
})
