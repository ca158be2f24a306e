import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { wrongTriesPerHour } from '../platform/identity/index.ts'
import { watchGuessing } from './guessing.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

let house: TestHouse
let towns: readonly Town[]

beforeAll(async () => {
  house = await openTestHouse()
  towns = [await foundTown(house.database, 'testhavn'), await foundTown(house.database, 'anderby')]
})

afterAll(() => house.close())

/** Attempts whose five tries are gone, each for an address of its own. */
async function guessed(town: Town, attempts: number, before = '0 minutes'): Promise<void> {
  for (let i = 0; i < attempts; i += 1)
    await house.asOwner(
      `insert into identity.attempt (jurisdiction_id, browser_hash, email, code_salt, code_hash, is_long, is_mailed, tries_left, asked_at, expires_at)
       values ($1, $2, $3, $4, $5, false, true, 0, clock_timestamp() - $6::interval, clock_timestamp() + interval '10 minutes')`,
      [
        town.place.id,
        randomBytes(32),
        `person-${randomBytes(6).toString('hex')}@example.org`,
        randomBytes(16),
        randomBytes(32),
        before,
      ],
    )
}

it('abuse 28: many wrong codes over all addresses and places raise an alarm in the log, once an hour and without an address', async () => {
  const lines: unknown[] = []
  const { database, places } = house.house
  const log = { error: (...said: readonly unknown[]) => void lines.push(said), info: () => {} }
  const watch = watchGuessing({ database, places, log })
  const [one, other] = towns
  if (!one || !other) throw new Error('two towns')
  await guessed(one, wrongTriesPerHour / 10)
  await guessed(other, wrongTriesPerHour / 10)
  await guessed(one, 3, '61 minutes')
  await watch()
  expect(lines, 'so many can be accident').toEqual([])
  await guessed(other, 1)
  await watch()
  await watch()
  expect(lines.length).toBe(1)
  expect(JSON.stringify(lines)).toContain(`${wrongTriesPerHour + 5} wrong codes in the last hour`)
  expect(JSON.stringify(lines)).not.toContain('@')
})
