import { addressForm, type Household } from '../../platform/identity/residence/index.ts'
import type { ListedAddress } from '../../stages/arena/index.ts'

/** Who of a list lives at one address, as a number: names are read to tell people apart, and go no further. */
export function householdsOf(addresses: readonly ListedAddress[]): readonly Household[] {
  const known = new Map<string, Household>()
  for (const { lines, postcode, town } of addresses) {
    const form = addressForm(lines.toReversed().join(' '), postcode)
    const people = (known.get(form)?.people ?? 0) + 1
    known.set(form, { form, lines: [...lines, `${postcode} ${town}`.trim()], people })
  }
  return [...known.values()]
}
