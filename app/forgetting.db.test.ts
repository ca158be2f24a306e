import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureAccount } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { opinionPoll } from '../stages/opinion/index.ts'
import { openCase, residents, type Case } from '../stages/opinion/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { forgetOverdue } from './forgetting.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** What has a time in the code is there until then, and gone after it. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
}, 60_000)
afterAll(() => house.close())

const began = Temporal.Now.instant()

async function daysLater(days: number, from = began): Promise<void> {
  await forgetOverdue(house.database.at(from.add({ hours: 24 * days + 1 })), town.place.id)
}

const account = (): Id<'account'> => town.people.alice.account ?? newId('account')
const place = (): Id<'jurisdiction'> => town.place.id

async function many(sql: string, values: readonly unknown[]): Promise<number> {
  const [row] = await house.asOwner(`select count(*)::int as many from ${sql}`, values)
  return Number(row?.['many'])
}

/** The rows are there the day before, and gone on the day. */
async function goneAfter(days: number, sql: string, values: readonly unknown[], from = began): Promise<void> {
  expect(await many(sql, values)).toBe(1)
  await daysLater(days - 1, from)
  expect(await many(sql, values)).toBe(1)
  await daysLater(days, from)
  expect(await many(sql, values)).toBe(0)
}

it('forgets news a year after it came', async () => {
  const id = newId('notice')
  await house.asOwner(
    `insert into notices.notice (jurisdiction_id, id, account_id, stage, message, values, address, params, happening, at, mail)
     values ($1, $2, $3, 'problem', 'told.x', '{}', 'home', '{}', $4, $5, 'at-once')`,
    [place(), id, account(), crypto.randomUUID(), began.toString()],
  )
  await goneAfter(365, 'notices.notice where id = $1', [id])
})

it('forgets the hash of words taken out of news after thirty days', async () => {
  const sha256 = 'ab'.repeat(32)
  await house.asOwner(`insert into notices.forgotten values ($1, $2, 'instead', $3)`, [
    place(),
    sha256,
    began.toString(),
  ])
  await goneAfter(30, 'notices.forgotten where sha256 = $1', [sha256])
})

it('forgets who reported something, and in which words, a year after it was judged; what is not judged stays', async () => {
  const [judged, open] = [newId('report'), newId('report')]
  for (const [id, settled] of [
    [judged, began.toString()],
    [open, null],
  ] as const)
    await house.asOwner(
      `insert into moderation.report (jurisdiction_id, id, about_kind, about_id, reason, reported_by, reported_at, settled_at)
       values ($1, $2, 'idea', $3, 'It names my child.', $4, $5, $6)`,
      [place(), id, crypto.randomUUID(), account(), began.toString(), settled],
    )
  const known = `moderation.report where id = $1 and reported_by is not null and reason = 'It names my child.'`
  await goneAfter(365, known, [judged])
  expect(await many(known, [open])).toBe(1)
  expect(await many('moderation.report where id = $1', [judged])).toBe(1)
})

it('forgets how much somebody wrote a day after', async () => {
  const at = await openCase(house.database, town, { statements: ['Light the crossings at night'] })
  await house.asOwner('insert into draft.live_day values ($1, $2, $3, $4, 5)', [
    place(),
    at.problem,
    account(),
    began.toString(),
  ])
  await goneAfter(1, 'draft.live_day where problem_id = $1', [at.problem])
})

it('forgets who had no place in a talk thirty days after it; who had one stays counted', async () => {
  const id = newId('encounter')
  const [waiting, booked] = await residents(house.database, town, 2)
  await house.asOwner(
    `insert into meeting.encounter (jurisdiction_id, id, number, kind, person_id, about, place, starts_at, ends_at, seats, offered_by,
       offered_at, changed_at)
     values ($1, $2, 1, 'talk', $3, 'The path', 'The harbour', $4::timestamptz - interval '1 hour', $4, 1, $5, $4, $4)`,
    [place(), id, town.people.dora.person, began.toString(), town.people.dora.account],
  )
  for (const [who, state] of [
    [waiting, 'waiting'],
    [booked, 'booked'],
  ] as const)
    await house.asOwner('insert into meeting.booking values ($1, $2, $3, $4, $5)', [
      place(),
      id,
      who?.account,
      state,
      began.toString(),
    ])
  await goneAfter(30, `meeting.booking where encounter_id = $1 and state = 'waiting'`, [id])
  expect(await many('meeting.booking where encounter_id = $1', [id])).toBe(1)
  const erasing = house.database.transact(place(), null, (tx) =>
    tx.deleteFrom('meeting.booking').where('encounter_id', '=', id).execute(),
  )
  await expect(erasing).rejects.toThrow('given back, not erased')
})

it('makes votes nobody’s five years after the close, and counts them as before', async () => {
  const at = await openCase(house.database, town, { statements: ['Light the crossings at night'] })
  const [voter] = await residents(house.database, town, 1)
  const browser = await house.browser(town.place, voter?.account ?? null)
  expect((await browser.post(`/problems/${at.slug}/statements/1/vote`, { choice: 'agree' })).status).toBe(303)
  const hers = `opinion.participant p join opinion.consultation c on c.id = p.consultation_id
    where c.problem_slug = $1 and p.account_id is not null`
  // Open, nothing is taken from anybody, however long it lasts.
  await daysLater(5 * 365)
  expect(await many(hers, [at.slug])).toBe(1)
  await goneAfter(5 * 365, hers, [at.slug], await close(at))
  const votes = `opinion.vote v join opinion.participant p on p.id = v.participant_id
    join opinion.consultation c on c.id = p.consultation_id where c.problem_slug = $1 and p.has_left`
  expect(await many(votes, [at.slug])).toBe(1)
})

it('forgets a statement that was refused a year after the close, and never one that waits', async () => {
  const at = await openCase(house.database, town, { statements: ['Light the crossings at night'] })
  const [consultation] = await house.asOwner('select id from opinion.consultation where problem_slug = $1', [at.slug])
  const ids = [newId('statement'), newId('statement')]
  for (const id of ids)
    await house.asOwner(
      `insert into opinion.waiting (jurisdiction_id, id, consultation_id, text, plain_form, language, written_by, written_at)
       values ($1, $2, $3, $4, $4, 'en', $5, $6)`,
      [place(), id, consultation?.['id'], `Words of ${id.slice(-9)}`, account(), began.toString()],
    )
  const [refused, waiting] = ids
  await house.asOwner(`update opinion.waiting set state = 'refused', judged_at = $2, judged_by = $3 where id = $1`, [
    refused,
    began.toString(),
    town.people.chen.account,
  ])
  await daysLater(366)
  expect(await many('opinion.waiting where id = $1', [refused])).toBe(1)
  await expect(house.asOwner('delete from opinion.waiting where id = $1', [waiting])).rejects.toThrow('still needed')
  await goneAfter(365, 'opinion.waiting where id = $1', [refused], await close(at))
})

it('forgets an address whose owner never said who she is after thirty days, and nobody who has an office, a service or a name', async () => {
  const stranger = await house.database.transact(place(), null, (tx) => ensureAccount(tx, 'once@example.org', 'en'))
  const staffed = await house.database.transact(place(), null, (tx) =>
    ensureAccount(tx, 'clerk-to-be@example.org', 'en'),
  )
  await house.asOwner(
    `insert into identity.staff_role (jurisdiction_id, account_id, role, starts_at) values ($1, $2, 'clerk', $3)`,
    [place(), staffed, began.toString()],
  )
  const kept = `identity.account where id = $1 and email like '%@example.org'`
  await goneAfter(30, kept, [stranger])
  expect(await many(kept, [staffed])).toBe(1)
  for (const who of Object.values(town.people)) if (who.account) expect(await many(kept, [who.account])).toBe(1)
})

/** The time comes and the worker counts; tells when that was. */
async function close({ slug }: Case): Promise<Temporal.Instant> {
  const [row] = await house.asOwner('select closes_at::text as at from opinion.consultation where problem_slug = $1', [
    slug,
  ])
  const closesAt = Temporal.Instant.from(String(row?.['at']).replace(' ', 'T'))
  await opinionPoll(house.database.at(closesAt.add({ minutes: 1 })), place())
  return closesAt
}
