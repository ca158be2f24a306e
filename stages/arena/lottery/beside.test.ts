import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { expect, it } from 'vitest'
import { solveBeside } from './beside.ts'
import type { Limit } from './limits.ts'
import { makePanels } from './maker.ts'
import type { SolveInput } from './solving.ts'

const free = (key: string, min: number, max: number): Limit => ({ key, name: key, min, max, minFlex: 0, maxFlex: 9 })

const input: SolveInput = {
  seed: 'a',
  limits: {
    seats: 4,
    onePerHousehold: true,
    features: [{ key: 'age', name: 'Age', values: [free('young', 2, 3), free('old', 1, 2)] }],
  },
  people: Array.from({ length: 20 }, (_, at) => ({
    number: at + 1,
    values: [at < 5 ? 'young' : 'old'],
    household: at < 2 ? 'one home' : null,
  })),
}

const watch = { onProgress: () => {}, isStopped: () => false }

it('makes the same panels in a thread of its own as here', async () => {
  const here = makePanels(await loadSolver(), input, watch)
  expect(await solveBeside(input, watch)).toEqual(here)
  expect(here).toMatchObject({ kind: 'made', panels: { length: 1000 } })
})

it('ends when somebody has stopped it', async () => {
  expect(await solveBeside(input, { ...watch, isStopped: () => true })).toMatchObject({
    kind: expect.stringMatching(/^(stopped|made)$/),
  })
})

it('draws at most one of a home, and says who cannot be met', async () => {
  const made = makePanels(await loadSolver(), input, watch)
  if (made.kind !== 'made') throw new Error('there are panels')
  expect(made.panels.every((panel) => !(panel.includes(1) && panel.includes(2)))).toBe(true)
  const tooMany = {
    ...input,
    limits: {
      ...input.limits,
      features: [{ key: 'age', name: 'Age', values: [free('young', 3, 3), free('old', 2, 2)] }],
    },
  }
  expect(makePanels(await loadSolver(), tooMany, watch)).toMatchObject({ kind: 'impossible' })
})
