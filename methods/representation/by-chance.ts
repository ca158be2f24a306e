import { logFactorial } from './binomial.ts'
import { expectedDistance, sharesOf } from './distance.ts'
import { chanceFrom } from './draw.ts'

/** How far so many people drawn blindly from the population come out. */
export type ByChance = {
  /** Exact. */
  readonly mean: number
  /** Nineteen of twenty blind draws come no farther. */
  readonly far: number
  /** How often a blind draw comes as far as the distance asked about, or farther: small where it was hardly blind. */
  readonly asFar: number
  /** Every possible draw was looked at; else a sample of them. */
  readonly isExact: boolean
}

/** So many possible draws are all looked at; more are sampled. */
const mostTried = 40_000
const sampled = 10_000
/** From so many people on a draw is as good as normal: eight in a group of one in fifty. */
const manyPeople = 400

/**
 * Compares a distance with what blind drawing gives: an exact multinomial test with the distance as its measure, so that it holds
 * for ten people, where the chi-square test does not (fewer than five expected in a group).
 *
 * Where there are more than 40,000 possible draws, 10,000 are drawn with the seed; from 400 people on as normal numbers with
 * the covariance of the multinomial. A sampled share is (b + 1)/(m + 1), never 0: B. Phipson and G. K. Smyth, Statistical
 * Applications in Genetics and Molecular Biology 9 (2010) 39.
 */
export function byChance(
  { people, population }: { readonly people: number; readonly population: readonly number[] },
  asked: number,
  seed: string,
): ByChance {
  const shares = sharesOf(population).filter((share) => share > 0)
  const mean = expectedDistance(people, population)
  const isAsFar = (distance: number): boolean => distance >= asked - 1e-9
  if (waysOf(people, shares.length) <= mostTried) {
    const all = allDraws(people, shares).toSorted((one, other) => one.distance - other.distance)
    const asFar = all.reduce((sum, { distance, chance }) => sum + (isAsFar(distance) ? chance : 0), 0)
    let below = 0
    const far = all.find(({ chance }) => (below += chance) >= 0.95 - 1e-12)?.distance ?? 0
    return { mean, far, asFar: Math.min(1, asFar), isExact: true }
  }
  const drawn = someDraws(people, shares, seed).toSorted((one, other) => one - other)
  const asFar = (drawn.filter(isAsFar).length + 1) / (sampled + 1)
  return { mean, far: drawn[Math.ceil(0.95 * sampled) - 1] ?? 0, asFar, isExact: false }
}

/** In how many ways so many people fall into so many groups. */
function waysOf(people: number, groups: number): number {
  return Math.exp(logFactorial(people + groups - 1) - logFactorial(people) - logFactorial(groups - 1))
}

type Draw = { readonly distance: number; readonly chance: number }

function allDraws(people: number, shares: readonly number[]): readonly Draw[] {
  const draws: Draw[] = []
  const last = shares.length - 1
  const place = (group: number, { left, sum, log }: { left: number; sum: number; log: number }): void => {
    const share = shares[group] ?? 1
    for (let count = group === last ? left : 0; count <= left; count += 1) {
      const next = {
        left: left - count,
        sum: sum + Math.abs(count / people - share),
        log: log + count * Math.log(share) - logFactorial(count),
      }
      if (group === last) draws.push({ distance: next.sum / 2, chance: Math.exp(next.log) })
      else place(group + 1, next)
    }
  }
  place(0, { left: people, sum: 0, log: logFactorial(people) })
  return draws
}

function someDraws(people: number, shares: readonly number[], seed: string): readonly number[] {
  const chance = chanceFrom(seed)
  const one =
    people < manyPeople ? personByPerson(people, shares, chance.even) : asNormal(people, shares, chance.normal)
  return Array.from({ length: sampled }, one)
}

function personByPerson(people: number, shares: readonly number[], even: () => number) {
  const upTo = shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0))
  return (): number => {
    const counts = shares.map(() => 0)
    for (let left = people; left > 0; left -= 1) {
      const at = even()
      const found = upTo.findIndex((end) => at <= end)
      const group = found === -1 ? shares.length - 1 : found // the last end can lie a rounding below 1
      counts[group] = (counts[group] ?? 0) + 1
    }
    return shares.reduce((sum, share, i) => sum + Math.abs((counts[i] ?? 0) / people - share), 0) / 2
  }
}

/** √(qᵢ/n) zᵢ − qᵢ Σ √(qⱼ/n) zⱼ has the covariance of multinomial shares. */
function asNormal(people: number, shares: readonly number[], normal: () => number) {
  return (): number => {
    const free = shares.map((share) => Math.sqrt(share / people) * normal())
    const together = free.reduce((sum, one) => sum + one, 0)
    return shares.reduce((sum, share, i) => sum + Math.abs((free[i] ?? 0) - share * together), 0) / 2
  }
}
