import { createHash } from 'node:crypto'
import { drawInvitations, type Stratum } from '@folkmoot/sortition/invite.ts'
import type { ListedAddress } from './list.ts'
import type { Expected, NumberedAddress } from './store.ts'

export type Draw = {
  readonly letters: number
  readonly strataBy: readonly string[]
  readonly expected: Expected
  readonly seed: string
}

/** Numbers of the addresses that get a letter, in the order of the list; who got one before, and her household, gets none. */
export function drawFrom(
  addresses: readonly NumberedAddress[],
  {
    draw,
    features,
    written,
  }: {
    readonly draw: Draw
    readonly features: readonly { readonly id: string }[]
    readonly written: ReadonlySet<number>
  },
): { readonly numbers: readonly number[]; readonly strata: readonly Stratum[] } {
  const homes = new Set(addresses.flatMap(({ number, household }) => (written.has(number) ? (household ?? []) : [])))
  const left = addresses.filter(
    ({ number, household }) => !written.has(number) && !(household !== null && homes.has(household)),
  )
  const places = draw.strataBy.map((id) => features.findIndex((feature) => feature.id === id))
  const { ids, strata } = drawInvitations(
    left.map(({ number, values, household }) => ({
      id: String(number).padStart(6, '0'), // as text in the order of the numbers
      values: places.map((at) => values[at] ?? ''),
      household: household ?? undefined,
    })),
    { letters: draw.letters, seed: draw.seed, expected: (values) => shareExpected(values, draw.expected) },
  )
  return { numbers: ids.map(Number), strata }
}

/** Of whom the register says nothing, as many are expected to answer as of the others on average. */
export function shareExpected(values: readonly string[], expected: Expected): number {
  const told = Object.values(expected)
  if (told.length === 0) return 1
  const own = values.flatMap((value) => expected[value] ?? [])
  return (own[0] ?? told.reduce((sum, one) => sum + one, 0) / told.length) / 100
}

/** SHA-256 over the salt and each line as JSON, in the order of the list, each ended by a line feed. */
export function hashOfList(addresses: readonly ListedAddress[], salt: Uint8Array): Buffer {
  const hash = createHash('sha256').update(salt)
  for (const { name, lines, postcode, town, household, values } of addresses)
    hash.update(`${JSON.stringify([name, lines, postcode, town, household, values])}\n`)
  return hash.digest()
}

/** SHA-256 over the numbers, in order, with commas between them. */
export function hashOfDraw(numbers: readonly number[]): Buffer {
  return createHash('sha256').update(numbers.join(',')).digest()
}
