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

/** Her chance, the average and the least, and which limits made it so; worked out anew from what was published and the list. */
export function chanceOf(
  limits: Limits,
  {
    people,
    certificate,
    number,
  }: { readonly people: readonly Drawable[]; readonly certificate: Certified; readonly number: number },
  panels: readonly (readonly number[])[],
): Chance | null {
  const candidate = people.findIndex((one) => one.number === number)
  if (candidate === -1) return null
  const chances = new Map(certificate.chances)
  const explained = explainChance(
    {
      pool: mergeAlike(instanceOf({ limits, people })),
      probabilities: Float64Array.from(people, (one) => chances.get(one.number) ?? 0),
    },
    candidate,
  )
  return { ...explained, times: panelsWith(panels, number).length }
}
