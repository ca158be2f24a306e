import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import type { Reply } from '../../../platform/http/index.ts'
import { answerAt, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { giveRule } from '../../problem/testing.ts'
import { adoptedMandate } from '../../mandate/index.ts'
import { boundField, featureUsed } from './form.ts'
import { solveLotteries } from './jobs.ts'
import { lotteryRoutes } from './routes.tsx'
import { lotteryOf } from './store.ts'
import type { Solver } from './solving.ts'
import { solveHere, waitingCase, type LotteryCase, type Telling, type TestCase } from './testing.ts'

let home: TestDatabase
export let database: Database
export let town: Town

/** A town of its own for each test of the file that calls it. */
export function openTown(): void {
  beforeAll(async () => {
    home = await testDatabase()
    database = openDatabase({ url: home.url })
  })

  beforeEach(async () => {
    town = await foundTown(database)
    await giveRule(database, town)
  })

  afterAll(async () => {
    await database.close()
    await home.drop()
  })
}

/** 24 people: half women, a third under 30, two who did not say their age. */
export const tellings: readonly Telling[] = Array.from({ length: 24 }, (_, at) => ({
  gender: at % 2,
  age: at < 2 ? undefined : at % 3 === 0 ? 0 : 1,
}))

export const later = (at: Temporal.Instant, minutes: number): Temporal.Instant => at.add({ minutes })

type Going = {
  readonly as?: Actor
  readonly at?: Temporal.Instant
  readonly typed?: Record<string, string>
  readonly sent?: Record<string, File>
  readonly query?: string
}

export async function go(
  of: LotteryCase,
  address: Address,
  { as, at = of.closedAt, typed: fields = {}, sent, query }: Going = {},
): Promise<Reply> {
  return answerAt(
    lotteryRoutes,
    address,
    visitIn(database, town.place, {
      ...(as ? { as } : {}),
      ...(sent ? { sent } : {}),
      ...(query === undefined ? {} : { query }),
      at,
      params: { problem: of.problem.slug },
      typed: typed(fields),
    }),
  )
}

/** [least, most] of women, men, under 30, 30 and older. */
export type Bounds = readonly (readonly [number, number])[]

function limitsTyped(of: LotteryCase, bounds: Bounds, profile: string, seats: number): Record<string, string> {
  const groups = [of.gender, of.age].flatMap(({ id, values }) => values.map((value) => [id, value.id] as const))
  const fields: Record<string, string> = {
    [featureUsed(of.gender.id)]: 'yes',
    [featureUsed(of.age.id)]: 'yes',
    [featureUsed('profile')]: 'yes',
  }
  const put = (feature: string, value: string, [min, max]: readonly [number, number]): void => {
    fields[boundField(feature, value, 'min')] = String(min)
    fields[boundField(feature, value, 'max')] = String(max)
    fields[boundField(feature, value, 'minFlex')] = '0'
    fields[boundField(feature, value, 'maxFlex')] = String(seats)
  }
  put('profile', profile, [seats, seats])
  for (const [at, [feature, value]] of groups.entries()) put(feature, value, bounds[at] ?? [0, seats])
  return fields
}

export const fair: Bounds = [
  [5, 6],
  [4, 5],
  [3, 4],
  [6, 7],
]

export async function withLimits(
  bounds: Bounds = fair,
  all = tellings,
  homes: Pick<TestCase, 'isOnePerHousehold' | 'areHomesLookedUp'> = {},
): Promise<LotteryCase> {
  const of = await waitingCase(database, town, { seats: 10, tellings: all, ...homes })
  const typed = await limitsOfTown(of, bounds)
  const set = await go(of, 'arena.set-lottery-limits', { as: town.people.chen, at: later(of.opensAt, 30), typed })
  expect(set.kind).toBe('redirect')
  return of
}

export async function limitsOfTown(of: LotteryCase, bounds: Bounds): Promise<Record<string, string>> {
  const mandate = await adoptedMandate(database.read(town.place.id), of.problem.id)
  return limitsTyped(of, bounds, mandate?.profiles[0]?.id ?? '', 10)
}

export async function work(
  of: LotteryCase,
  run = 1,
  solve: Solver = solveHere,
  { lottery = 1, at = later(of.closedAt, 10) } = {},
): Promise<void> {
  const job = { jurisdiction: town.place.id, problem: of.problem.id, lottery, run }
  await solveLotteries(solve)(database.at(at), job)
}

export async function withPanels(): Promise<LotteryCase> {
  const of = await withLimits()
  await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
  await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
  await work(of)
  return of
}

export const thrown = {
  'thrown-date': '2026-11-23',
  'thrown-time': '12:00',
  place: 'the library',
  thrownBy: 'three children',
  witnesses: 'Two neighbours',
  watched: '43',
}
export const digits = (number: string) => ({ hundreds: number[0] ?? '', tens: number[1] ?? '', ones: number[2] ?? '' })

export async function write(
  of: LotteryCase,
  as: Actor,
  number: string,
  { at = later(of.closedAt, 180), day = thrown['thrown-date'] } = {},
): Promise<Reply> {
  return go(of, 'arena.write-lottery-number', {
    as,
    at,
    typed: { ...thrown, 'thrown-date': day, ...digits(number) },
  })
}

/** The dice two people wrote differently, looked at again. */
export async function lookAgain(of: LotteryCase, as: Actor, number: string): Promise<Reply> {
  return go(of, 'arena.write-lottery-number', {
    as,
    at: later(of.closedAt, 190),
    typed: { same: 'yes', ...digits(number) },
  })
}

export async function writeAgain(
  of: LotteryCase,
  as: Actor,
  number: string,
  at = later(of.closedAt, 182),
): Promise<Reply> {
  return go(of, 'arena.write-lottery-number-again', { as, at, typed: digits(number) })
}

export const read = () => database.read(town.place.id)
export const at = (of: LotteryCase) => ({ problem: of.problem.id, lottery: 1 })
export const stepOf = async (of: LotteryCase) => (await lotteryOf(read(), of.problem.id))?.step

export async function kindsOf(of: LotteryCase): Promise<readonly string[]> {
  const all = await entries(read(), { problem: of.problem.id, limit: 500 })
  return all.map(({ kind }) => kind)
}
