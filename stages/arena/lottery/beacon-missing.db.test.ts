import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql, type RawBuilder } from 'kysely'
import { expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import type { LotteryCase } from './testing.ts'
import { announced, doubts, givesUp, other, randomness, reads, readsAgain } from './testing-beacon.ts'
import { database, go, later, openTown, stepOf, town, write, writeAgain } from './testing-draw.ts'

openTown()

it('a beacon that never came is given up by two, an hour after its time, in public, and dice are thrown', async () => {
  const of = await announced()
  expect(textOf(await doubts(of, town.people.chen, later(of.closedAt, 150)))).toContain('at least an hour')
  const hour = later(of.closedAt, 181)
  expect(textOf(await givesUp(of, town.people.gita, hour))).toContain('Nobody has said')
  expect(await doubts(of, town.people.chen, hour)).toMatchObject({
    done: { text: 'You have said that the round did not come.' },
  })
  expect(textOf(await go(of, 'arena.lottery', { at: hour }))).toContain('No answer all evening')
  expect(textOf(await go(of, 'arena.lottery', { as: town.people.chen, at: hour }))).toContain('looks too')
  // An attack once: whoever knew the number and disliked it gave the beacon up alone.
  expect(textOf(await givesUp(of, town.people.chen, hour))).toContain('Another person looks too')
  expect(textOf(await go(of, 'arena.lottery', { as: town.people.gita, at: hour }))).toContain(
    'Somebody says that the round did not come',
  )
  expect(await givesUp(of, town.people.gita, hour)).toMatchObject({ done: { text: 'The beacon is given up.' } })
  const page = textOf(await go(of, 'arena.lottery', { at: later(of.closedAt, 182) }))
  expect(page).toContain('No answer all evening')
  expect(page).toContain('Error 404')
  expect(await toldIn(of)).toEqual([
    { message: 'told.beacon-doubted', people: 24 },
    { message: 'told.beacon-given-up', people: 24 },
  ])
  // Thrown at noon, an hour before the beacon was given up.
  expect(textOf(await write(of, town.people.chen, '123'))).toContain('after the beacon was given up')
  const thrown = { place: 'the library', thrownBy: 'a child', witnesses: 'Two', 'thrown-date': '2026-11-23' }
  const dice = { ...thrown, 'thrown-time': '13:05', hundreds: '1', tens: '2', ones: '3' }
  const end = { as: town.people.chen, at: later(of.closedAt, 190), typed: { reason: 'No' } }
  expect(textOf(await go(of, 'arena.end-lottery', end))).toContain('The number has come, or part of it')
  await go(of, 'arena.write-lottery-number', { as: town.people.chen, at: later(of.closedAt, 190), typed: dice })
  await writeAgain(of, town.people.gita, '123')
  expect(await stepOf(of)).toBe('drawn')
})

it('a beacon that somebody says did not come is drawn by all the same when two write what it gave', async () => {
  const of = await announced()
  const hour = later(of.closedAt, 181)
  await doubts(of, town.people.chen, hour)
  await reads(of, randomness, { as: town.people.gita, when: hour })
  expect(textOf(await givesUp(of, town.people.dora, hour))).toContain('Wait until a day after its time')
  await readsAgain(of, randomness, { as: town.people.dora, when: hour })
  expect(await stepOf(of)).toBe('drawn')
})

it('a beacon that two read differently, and that never came, is given up by who read nothing; what waits is shown then', async () => {
  const of = await announced()
  await reads(of, randomness)
  await readsAgain(of, other)
  await reads(of, other)
  const nextDay = later(of.closedAt, 120 + 24 * 60)
  expect(textOf(await doubts(of, town.people.chen, later(of.closedAt, 181)))).toContain('a day after its time')
  await doubts(of, town.people.chen, nextDay)
  expect(textOf(await givesUp(of, town.people.gita, nextDay))).toContain('Somebody who did not')
  expect(await givesUp(of, town.people.dora, nextDay)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await go(of, 'arena.lottery', { at: nextDay }))).toContain('Nobody wrote it again before')
  const data = JSON.parse(textOf(await go(of, 'arena.lottery-data', { at: nextDay })))
  expect(data).toMatchObject({
    beacons: [{ doubt: { found: 'No answer all evening' }, givenUp: { reason: 'Error 404' } }],
    readings: [{ second: other }, { first: other, second: null }],
  })
})

it('the database keeps out, past our rules, one who gives a beacon up alone, in haste, or after what she read', async () => {
  const of = await announced()
  const { chen, gita, dora } = town.people
  const says = (minutes: number, by: Actor) =>
    pastOurRules(
      later(of.closedAt, minutes),
      (when) => sql`
      update arena.lottery_beacon set doubted_by = ${by.account}, doubted_at = ${when}, doubt_reason = 'No'
      where problem_id = ${of.problem.id}`,
    )
  const gives = (minutes: number, by: Actor) =>
    pastOurRules(
      later(of.closedAt, minutes),
      (when) => sql`
      update arena.lottery_beacon set given_up_by = ${by.account}, given_up_at = ${when}, given_up_reason = 'No'
      where problem_id = ${of.problem.id}`,
    )
  const seconds = (by: Actor) =>
    pastOurRules(
      later(of.closedAt, 2000),
      (when) => sql`
      update arena.lottery_reading set second_randomness = randomness, second_by = ${by.account}, second_at = ${when}
      where problem_id = ${of.problem.id} and second_by is null`,
    )
  await expect(says(170, chen)).rejects.toThrow('check constraint')
  await expect(gives(181, chen)).rejects.toThrow('not given up')
  await says(181, chen)
  await expect(says(181, gita)).rejects.toThrow('not given up')
  await expect(gives(181, chen)).rejects.toThrow('not given up')
  await reads(of, randomness)
  await readsAgain(of, other)
  await expect(gives(181, dora)).rejects.toThrow('not given up')
  await expect(gives(1560, gita)).rejects.toThrow('not given up')
  await reads(of, randomness)
  await gives(1560, dora)
  await expect(seconds(gita)).rejects.toThrow('after its time')
  const ends = pastOurRules(
    later(of.closedAt, 2000),
    (when) => sql`
    update arena.lottery set step = 'ended', ended_by = ${chen.account}, ended_at = ${when}, ended_reason = 'I dislike it'
    where problem_id = ${of.problem.id}`,
  )
  await expect(ends).rejects.toThrow('is out')
})

async function toldIn({ problem }: LotteryCase): Promise<readonly unknown[]> {
  const { rows } = await database.queueSql(`
    select data ->> 'message' as message, jsonb_array_length(data -> 'only') as people
    from pgboss.job
    where name = 'notices.tell' and data ->> 'message' like 'told.beacon-%' and data::text like '%${problem.id}%'
    order by created_on, id`)
  return rows
}

/** Straight into the tables, as somebody who has broken into the program would. */
function pastOurRules(when: Temporal.Instant, statement: (when: Temporal.Instant) => RawBuilder<unknown>) {
  return database.at(when).transact(town.place.id, null, (tx) => statement(when).execute(tx))
}
