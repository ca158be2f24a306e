import { addresses } from '@folkmoot/basics/addresses.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { entries } from '../../../platform/ledger/index.ts'
import { opinionPoll } from '../count.ts'
import { testTown } from '../map/testing-town.ts'
import { consultationOf } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { moveDeadline } from './commands.ts'
import { movesOf } from './store.ts'

const here = testTown()
const reason = 'The letters came a week late.'

async function opened(at: Case) {
  const found = await consultationOf(here.read(), at.problem)
  if (!found) throw new Error('it was opened')
  return found
}

const move = (at: Case, until: Temporal.PlainDate, more: Partial<Parameters<typeof moveDeadline>[2]> = {}) =>
  moveDeadline(here.database, at.chair, {
    slug: at.slug,
    until,
    timeZone: here.town.place.timeZone,
    reason,
    decided: '',
    ...more,
  })

const today = () => Temporal.Now.plainDateISO(here.town.place.timeZone)

it('abuse 08: a deadline moved while people vote is the deadline from then on, and in the public record with its reason', async () => {
  const { database, town } = here
  const at = await openCase(database, town, { days: 10 })
  const { closesAt: was, id } = await opened(at)
  expect(await move(at, today().add({ days: 12 }))).toEqual({ ok: true, value: null })
  const { closesAt } = await opened(at)
  expect(was.until(closesAt).total('hours')).toBeGreaterThan(20)
  expect((await movesOf(here.read(), id)).map((one) => [one.number, one.was.toString(), one.reason])).toEqual([
    [1, was.toString(), reason],
  ])
  const [fact] = await entries(here.read(), { problem: at.problem, kinds: ['opinion.deadline-moved'] })
  expect(fact?.public).toEqual({
    was: was.toString(),
    closesAt: closesAt.toString(),
    by: at.chair.name,
    reason,
    decided: '',
  })
  const [anna, bo] = await residents(database, town, 2)
  if (!anna || !bo) throw new Error('two were asked for')
  await opinionPoll(database.at(was.add({ hours: 1 })), town.place.id)
  const vote = { slug: at.slug, number: 1, choice: 'agree' } as const
  expect(await castVote(database.at(was.add({ hours: 1 })), anna, vote)).toMatchObject({ ok: true })
  expect(await castVote(database.at(closesAt), bo, vote)).toEqual({ ok: false, refusal: 'closed' })
})

it('abuse 08: whoever meant to vote has 24 hours: no day brings the close nearer than that, and none is the same', async () => {
  const { database, town } = here
  const at = await openCase(database, town, { days: 10 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -3, max: 14 }), async (days) => {
      const { closesAt: was } = await opened(at)
      const moved = await move(at, today().add({ days }))
      const { closesAt } = await opened(at)
      if (!moved.ok) expect(closesAt.toString()).toBe(was.toString())
      else expect(Temporal.Now.instant().until(closesAt).total('hours')).toBeGreaterThan(23.9)
      if (days < 1) expect(moved).toMatchObject({ ok: false })
      if (days > 1)
        expect(
          Temporal.Now.plainDateISO().until(closesAt.toZonedDateTimeISO(town.place.timeZone).toPlainDate()).days,
        ).toBeGreaterThan(0)
    }),
    { numRuns: 30 },
  )
  expect(await move(at, today())).toEqual({ ok: false, refusal: 'deadline-too-soon' })
})

it('abuse 08: is moved by nobody else, without no decision of the group, and not after the close', async () => {
  const { database, town } = here
  const at = await openCase(database, town, { days: 10 })
  const { chen, bashir, alice } = town.people
  const member = { ...bashir, roles: [...bashir.roles, { name: 'member', scope: at.problem } as const] }
  const day = today().add({ days: 20 })
  expect(await move({ ...at, chair: chen }, day)).toEqual({ ok: false, refusal: 'staff-never-opens' })
  expect(await move({ ...at, chair: alice }, day)).toEqual({ ok: false, refusal: 'not-yours-to-lead' })
  expect(await move({ ...at, chair: member }, day)).toEqual({ ok: false, refusal: 'decision-needed' })
  expect(await move({ ...at, chair: member }, day, { decided: 'Agreed at meeting 3' })).toMatchObject({ ok: true })
  await closeVoting(database, at.chair.jurisdiction, at.slug)
  expect(await move(at, today().add({ days: 30 }))).toEqual({ ok: false, refusal: 'closed' })
})

it('abuse 08: nothing closes voting before its deadline: the worker does when it has come, and a vote before is counted', async () => {
  const { database, town } = here
  const at = await openCase(database, town, { days: 3 })
  const { closesAt } = await opened(at)
  const [anna] = await residents(database, town, 1)
  if (!anna) throw new Error('one was asked for')
  const justBefore = closesAt.subtract({ milliseconds: 1 })
  await opinionPoll(database.at(justBefore), town.place.id)
  expect((await opened(at)).closedAt).toBeNull()
  const vote = { slug: at.slug, number: 1, choice: 'agree' } as const
  expect(await castVote(database.at(justBefore), anna, vote)).toMatchObject({ ok: true })
  await opinionPoll(database.at(closesAt), town.place.id)
  expect((await opened(at)).closedAt?.toString()).toBe(closesAt.toString())
  expect(Object.values(addresses).filter((row) => /statements\/close/.test(row))).toEqual([])
})

it('abuse 08: the database moves no deadline without its move, and keeps no move of less than a day', async () => {
  const { database, town } = here
  const at = await openCase(database, town, { days: 10 })
  const { id, closesAt } = await opened(at)
  const within = (act: ReturnType<typeof sql>) => database.transact(town.place.id, null, (tx) => act.execute(tx))
  await expect(
    within(sql`update opinion.consultation set closes_at = ${closesAt.add({ hours: 48 })} where id = ${id}`),
  ).rejects.toThrow('a deadline is moved while voting is open')
  await expect(
    within(sql`
      insert into opinion.deadline_change (jurisdiction_id, consultation_id, number, was, closes_at, reason, decided, moved_at)
      values (${town.place.id}, ${id}, 1, ${closesAt}, now() + interval '23 hours', ${reason}, '', now())`),
  ).rejects.toThrow('check constraint')
})
