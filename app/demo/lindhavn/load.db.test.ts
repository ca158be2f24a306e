import { afterAll, beforeAll, expect, it } from 'vitest'
import { listProblems } from '../../../stages/problem/index.ts'
import { openHouseInLindhavn } from '../../testing-lindhavn.ts'
import type { TestHouse } from '../../testing.ts'
import type { Lindhavn } from './found.ts'
import { scripts } from './load.ts'

let house: TestHouse
let town: Lindhavn

// Whoever of a run comes first has the town played, and hears what was refused.
beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn())
}, 600_000)

afterAll(() => house.close())

it('plays every script through the stages’ own commands, none refused', async () => {
  const problems = await listProblems(house.database.read(town.place.id))
  expect(problems.map(({ question }) => question).sort()).toEqual(scripts.map(({ question }) => question).sort())
})
