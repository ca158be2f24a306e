import { leastInCell, suppress } from '@folkmoot/tally/suppress.ts'
import { choices, type Tally } from '@folkmoot/tally/tally.ts'
import { describe, expect, it, test } from 'vitest'
import { toldOf } from './beside-results.ts'
import { tenthsOf } from './tenths.ts'

const cells = (agree: number, disagree: number, pass: number): Tally => ({ agree, disagree, pass })

/** Every way in which so many can have voted. */
function worldsOf(voters: number): readonly Tally[] {
  return Array.from({ length: voters + 1 }, (_, agree) =>
    Array.from({ length: voters - agree + 1 }, (__, disagree) => cells(agree, disagree, voters - agree - disagree)),
  ).flat()
}

const stepsOf = ({ agree, disagree, pass }: Tally) =>
  [agree, disagree].map((count) => tenthsOf(count, agree + disagree + pass))

/** The result, and what a map says of the same votes. */
function publishedOf(all: Tally, groups: readonly Tally[]): string {
  const told = toldOf(all, groups)
  return JSON.stringify([
    suppress(all),
    told === 'nothing' ? null : stepsOf(all),
    told === 'groups' ? groups.map(stepsOf) : null,
  ])
}

test.each([
  ['20 of 20 agree: no number is shown, and nine of ten would be all of them', cells(20, 0, 0)],
  ['twelve, four and four', cells(12, 4, 4)],
  ['of two hidden numbers the step leaves one', cells(8, 6, 0)],
])('nothing is told: %s', (_, all) => {
  expect(toldOf(all, [])).toBe('nothing')
})

test.each([
  ['nothing is hidden', cells(20, 10, 5)],
  ['200 of 213 agree and few disagree', cells(200, 3, 10)],
])('the shares of everybody are told: %s', (_, all) => {
  expect(toldOf(all, [])).toBe('groups')
})

test('groups are not told where their steps and the result leave one number: all of ten agree, five of ten', () => {
  expect(toldOf(cells(15, 5, 0), [cells(10, 0, 0), cells(5, 5, 0)])).not.toBe('groups')
  expect(toldOf(cells(25, 20, 15), [cells(23, 2, 5), cells(2, 18, 10)])).toBe('groups')
})

describe('the attack: every world that fits the results and the map of the same votes', () => {
  it('leaves each hidden number open, of up to 36 voters', () => {
    for (let voters = 10; voters <= 36; voters += 1)
      for (const [published, alike] of Map.groupBy(worldsOf(voters), (all) => publishedOf(all, []))) {
        const [result] = JSON.parse(published) as [Record<string, unknown>]
        for (const choice of choices)
          if (typeof result[choice] !== 'number')
            expect(new Set(alike.map((all) => all[choice])).size, `${published} tells ${choice}`).toBeGreaterThan(1)
      }
  })

  it('leaves open each number below five of two groups of ten, even where it is known that so many voted', () => {
    const worlds = worldsOf(10).flatMap((first) => worldsOf(10).map((second) => [first, second] as const))
    const classes = Map.groupBy(worlds, (groups) => publishedOf(bothOf(groups), groups))
    const told = [...classes].filter(([published]) => !published.endsWith('null]'))
    expect(told.length).toBeGreaterThan(50)
    for (const [published, alike] of told)
      for (const group of [0, 1] as const)
        for (const choice of choices) {
          const [count = 0, ...others] = new Set(alike.map((groups) => groups[group][choice]))
          if (others.length === 0 && count < leastInCell)
            expect.fail(`${published} tells that ${count} of group ${group} ${choice}`)
        }
  })
})

function bothOf([first, second]: readonly [Tally, Tally]): Tally {
  return cells(first.agree + second.agree, first.disagree + second.disagree, first.pass + second.pass)
}
