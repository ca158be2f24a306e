import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import type { LotteryCase } from './testing.ts'
import {
  database,
  digits,
  go,
  later,
  lookAgain,
  openTown,
  stepOf,
  thrown,
  town,
  withPanels,
  write,
  writeAgain,
} from './testing-draw.ts'

openTown()

/** 13:30 in Copenhagen, half an hour after two people wrote different numbers of dice thrown at noon. */
const anew = (of: LotteryCase, as: Actor, number: string, hour = '13:30') =>
  go(of, 'arena.write-lottery-number', {
    as,
    at: later(of.closedAt, 240),
    typed: { ...thrown, 'thrown-time': hour, ...digits(number) },
  })

async function disputed(): Promise<LotteryCase> {
  const of = await withPanels()
  await write(of, town.people.chen, '123')
  await writeAgain(of, town.people.gita, '132')
  return of
}

// An attack once: whoever disliked what the dice showed wrote another number, and they were thrown until she liked them.
it('dice two people wrote differently are thrown anew only after that, and by others', async () => {
  const of = await disputed()
  const { chen, gita, dora } = town.people
  const page = textOf(await go(of, 'arena.lottery', { as: dora, at: later(of.closedAt, 200) }))
  expect(page).toContain('look at the same dice again')
  expect(page).toContain('?anew#act')
  expect(textOf(await go(of, 'arena.lottery', { as: dora, at: later(of.closedAt, 200), query: 'anew' }))).toContain(
    'These dice are thrown after that',
  )
  expect(textOf(await go(of, 'arena.lottery', { as: gita, at: later(of.closedAt, 200) }))).not.toContain('?anew')
  expect(textOf(await anew(of, gita, '777'))).toContain('You are one of those who wrote different numbers')
  expect(textOf(await anew(of, dora, '777', '12:30'))).toContain('after two people wrote different numbers')
  expect(await anew(of, dora, '777')).toMatchObject({ kind: 'redirect' })
  expect(textOf(await go(of, 'arena.lottery', { as: gita, at: later(of.closedAt, 240) }))).toContain(
    'somebody else writes what the dice show',
  )
  expect(textOf(await writeAgain(of, chen, '778', later(of.closedAt, 241)))).toContain('You are one of those')
  expect(await stepOf(of)).toBe('panels')
})

it('the same dice are looked at again by anybody, as often as it takes', async () => {
  const of = await disputed()
  const { chen, gita, dora } = town.people
  await lookAgain(of, dora, '123')
  expect(await writeAgain(of, gita, '132')).toMatchObject({ kind: 'redirect' })
  await lookAgain(of, dora, '123')
  await writeAgain(of, chen, '123')
  expect(await stepOf(of)).toBe('drawn')
  const data = JSON.parse(textOf(await go(of, 'arena.lottery-data')))
  expect(data).toMatchObject({ throws: [{ sameAs: null }, { sameAs: 1 }, { sameAs: 1 }], drawn: { panel: '123' } })
})

it('the database keeps out, past our rules, dice thrown anew too early or by one of those who disputed', async () => {
  const of = await disputed()
  const { chen, gita, dora } = town.people
  const act = (statement: ReturnType<typeof sql>) =>
    database.at(later(of.closedAt, 240)).transact(town.place.id, null, (tx) => statement.execute(tx))
  const puts = (as: Actor, minutes: number, sameAs: number | null = null) =>
    act(sql`
      insert into arena.lottery_throw (jurisdiction_id, problem_id, lottery_number, attempt, panel, place, thrown_by, witnesses, thrown_at,
        same_as, typed_by, typed_at)
      values (${town.place.id}, ${of.problem.id}, 1, 2, 777, 'a', 'b', 'c', ${later(of.closedAt, minutes)}, ${sameAs}::integer,
        ${as.account}, ${later(of.closedAt, 240)})`)
  await expect(puts(dora, 170)).rejects.toThrow('thrown anew for others')
  await expect(puts(gita, 200)).rejects.toThrow('thrown anew for others')
  // Other dice are not the same.
  await expect(puts(dora, 170, 1)).rejects.toThrow('thrown anew for others')
  await puts(dora, 200)
  const seconds = (as: Actor) =>
    act(sql`
      update arena.lottery_throw set second_panel = panel, second_by = ${as.account}, second_at = ${later(of.closedAt, 240)}
      where problem_id = ${of.problem.id} and second_by is null`)
  await expect(seconds(chen)).rejects.toThrow('thrown anew for others')
})
