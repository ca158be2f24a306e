import type { SayText } from '../messages/words.ts'
import type { Shares } from '../rules.ts'

/** Whose words they are: one role, or several with their shares. Nothing where nobody is known. */
export function sharesIn(say: SayText, shares: Shares | null): string {
  if (shares === null) return ''
  const alone = (['citizen', 'politician', 'staff'] as const).find((as) => shares[as] === 1)
  return alone ? say(`by.${alone}`) : say('by.shares', rounded(shares))
}

/** Whole hundredths that make 1 together: what is left over goes to the largest. */
function rounded(shares: Shares): Shares {
  const roles = (['citizen', 'politician', 'staff'] as const).toSorted((a, b) => shares[b] - shares[a])
  const hundredths = new Map(roles.map((as) => [as, Math.floor(shares[as] * 100)]))
  const left = 100 - [...hundredths.values()].reduce((sum, one) => sum + one, 0)
  const of = (as: keyof Shares): number => ((hundredths.get(as) ?? 0) + (as === roles[0] ? left : 0)) / 100
  return { citizen: of('citizen'), politician: of('politician'), staff: of('staff') }
}
