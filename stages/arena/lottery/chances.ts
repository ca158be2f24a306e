import { mergeAlike } from '@folkmoot/sortition/alike.ts'
import { explainChance, type Explained } from '@folkmoot/sortition/reasons.ts'
import type { Limits } from './limits.ts'
import { instanceOf } from './maker.ts'
import type { Certified, Drawable } from './solving.ts'

/** Which panels have this number on them. */
export function panelsWith(panels: readonly (readonly number[])[], number: number): readonly number[] {
  return panels.flatMap((members, panel) => (members.includes(number) ? [panel] : []))
}

export type Chance = Explained & {
  /** On how many of the 1,000 panels she stands. */
  readonly times: number
}

/**
 * For everybody in the list her chance, the average and the least, and which limits made it so. Those who told the same and live
 * in the same home, or count none, have the same, so it is worked out once for each such kind.
 */
export function explainChances(
  limits: Limits,
  { people, certificate }: { readonly people: readonly Drawable[]; readonly certificate: Certified },
): readonly { readonly number: number; readonly chance: Explained }[] {
  const chances = new Map(certificate.chances)
  const lottery = {
    pool: mergeAlike(instanceOf({ limits, people })),
    probabilities: Float64Array.from(people, ({ number }) => chances.get(number) ?? 0),
  }
  const known = new Map<string, Explained>()
  return people.map(({ number, values, household }, candidate) => {
    const kind = JSON.stringify([values, household])
    const chance = known.get(kind) ?? explainChance(lottery, candidate)
    known.set(kind, chance)
    return { number, chance: { ...chance, chance: chances.get(number) ?? 0 } }
  })
}
