import { seeded } from '@folkmoot/basics/seeded.ts'
import { deal } from './deal.ts'
import type { Lottery } from './lottery.ts'
import { nth } from './nth.ts'

/**
 * One panel of a lottery, drawn at once: a panel by its weight, then who of each kind. For counting and comparing; a hall that
 * watches draws by a number (`number-panels.ts`). Indices in ascending order. Everybody is drawn with her probability.
 */
export function drawOnce({ pool, panels }: Pick<Lottery, 'pool' | 'panels'>, seed: string): readonly number[] {
  let left = seeded(`${seed}/panel`)()
  const panel = panels.find(({ weight }) => (left -= weight) < 0) ?? nth(panels, panels.length - 1)
  return nth(deal(pool, [panel.seats], `${seed}/deal`), 0)
}
