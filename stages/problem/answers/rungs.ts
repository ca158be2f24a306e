import type { Rung } from '../agenda/rules.ts'

type Ladder = {
  readonly agenda: { readonly rule: { readonly rungs: readonly Rung[] } } | undefined
  readonly debts: readonly { readonly rung: number }[]
}

/** The rung supporters work towards now: the lowest not reached, or the highest when all are. */
export function nextRung({ agenda, debts }: Ladder): Rung | undefined {
  const reached = new Set(debts.map(({ rung }) => rung))
  const rungs = agenda?.rule.rungs ?? []
  return rungs.find((_, at) => !reached.has(at + 1)) ?? rungs.at(-1)
}
