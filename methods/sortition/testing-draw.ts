import type { Instance } from './instance.ts'
import { lotteryToJson } from './lottery-file.ts'
import { objectives, solveLottery } from './lottery.ts'
import { numberPanels } from './number-panels.ts'
import { loadSolver } from './solver.ts'

/** A pool with several features, tight quotas and shared flats, worked out from its numbers alone. */
const instance: Instance = {
  size: 12,
  features: [
    {
      name: 'age',
      quotas: ['16–29', '30–59', '60–'].map((value) => ({ value, min: 3, max: 5, minFlex: 0, maxFlex: 12 })),
    },
    {
      name: 'gender',
      quotas: ['woman', 'man', 'other'].map((value, at) => ({
        value,
        min: at < 2 ? 5 : 0,
        max: at < 2 ? 7 : 1,
        minFlex: 0,
        maxFlex: 12,
      })),
    },
    {
      name: 'lives',
      quotas: ['centre', 'west', 'north', 'islands'].map((value, at) => ({
        value,
        min: at === 3 ? 1 : 2,
        max: 5,
        minFlex: 0,
        maxFlex: 12,
      })),
    },
  ],
  candidates: Array.from({ length: 90 }, (_, at) => ({
    id: `${at}`,
    values: [
      ['16–29', '30–59', '60–'][(at % 7) % 3] ?? '60–',
      at % 17 === 0 ? 'other' : at % 5 < 3 ? 'woman' : 'man',
      ['centre', 'west', 'north', 'islands'][at % 11 === 0 ? 3 : at % 3] ?? 'west',
    ],
    household: at % 10 === 1 || at % 10 === 2 ? `flat ${Math.floor(at / 10)}` : undefined,
  })),
}

/** All a draw consists of, every objective and the numbered panels of each, as text: the same wherever it is worked out. */
export async function drawAsText(): Promise<string> {
  const solver = await loadSolver()
  return JSON.stringify(
    objectives.map((objective) => {
      const outcome = solveLottery(solver, instance, { objective, seed: 'everywhere' })
      if (outcome.kind !== 'lottery') throw new Error(outcome.kind)
      return [lotteryToJson(outcome.lottery), numberPanels(solver, outcome.lottery, { seed: 'everywhere' })]
    }),
  )
}
