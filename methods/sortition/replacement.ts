import type { Instance } from './instance.ts'

/**
 * The draw for the seats that are free again: those who accepted sit, those who declined are gone, and the quotas are what the
 * accepted leave to be met. Its leximin lottery is the fairest one given who accepted; no nearest match is looked for.
 * Housemates of an accepted candidate leave the pool. O(candidates × features). The flexible bounds move with the others.
 */
export function seatsLeft(
  { size, features, candidates }: Instance,
  { accepted, declined }: { readonly accepted: ReadonlySet<string>; readonly declined: ReadonlySet<string> },
): Instance {
  const sitting = candidates.filter(({ id }) => accepted.has(id))
  const homes = new Set(sitting.flatMap(({ household }) => (household === undefined ? [] : [household])))
  return {
    size: size - sitting.length,
    features: features.map(({ name, quotas }, at) => ({
      name,
      quotas: quotas.map(({ value, min, max, minFlex, maxFlex }) => {
        const has = sitting.filter(({ values }) => values[at] === value).length
        const left = (bound: number): number => Math.max(0, bound - has)
        return { value, min: left(min), max: left(max), minFlex: left(minFlex), maxFlex: left(maxFlex) }
      }),
    })),
    candidates: candidates.filter(
      ({ id, household }) =>
        !accepted.has(id) && !declined.has(id) && !(household !== undefined && homes.has(household)),
    ),
  }
}
