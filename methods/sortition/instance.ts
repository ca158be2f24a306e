/** How many of those drawn may have one value of a feature. Whole numbers, `minFlex` ≤ `min` ≤ `max` ≤ `maxFlex`. */
export type Quota = {
  readonly value: string
  readonly min: number
  readonly max: number
  /** How far the bounds may be moved when not all of them can be met; a relaxation proposes nothing beyond. `maxFlex` may be Infinity. */
  readonly minFlex: number
  readonly maxFlex: number
}

export type Feature = { readonly name: string; readonly quotas: readonly Quota[] }

export type Candidate = {
  readonly id: string
  /** One value for each feature, in the order of the features. */
  readonly values: readonly string[]
  /** Of each household at most one is drawn. Whoever gives none lives alone. */
  readonly household?: string | undefined
}

/** Who could be drawn, how many are, and what every panel has to meet. */
export type Instance = {
  readonly size: number
  readonly features: readonly Feature[]
  readonly candidates: readonly Candidate[]
}

/** What is wrong with an instance itself, before anybody asks whether its quotas can be met together. */
export type Complaint =
  | { readonly what: 'size'; readonly size: number }
  | { readonly what: 'feature-twice'; readonly feature: string }
  | { readonly what: 'value-twice' | 'bounds' | 'flexible-bounds'; readonly feature: string; readonly value: string }
  | { readonly what: 'candidate-twice'; readonly candidate: string }
  | { readonly what: 'values-missing'; readonly candidate: string }
  | { readonly what: 'unknown-value'; readonly candidate: string; readonly feature: string; readonly value: string }

/** Everything wrong with an instance, in its own order; empty when a lottery can be asked for. O(candidates × features). */
export function checkInstance({ size, features, candidates }: Instance): readonly Complaint[] {
  const complaints: Complaint[] = []
  if (!isCount(size) || size < 1) complaints.push({ what: 'size', size })
  complaints.push(...checkFeatures(features))
  const values = features.map(({ quotas }) => new Set(quotas.map(({ value }) => value)))
  const seen = new Set<string>()
  for (const candidate of candidates) {
    if (seen.has(candidate.id)) complaints.push({ what: 'candidate-twice', candidate: candidate.id })
    seen.add(candidate.id)
    if (candidate.values.length !== features.length) {
      complaints.push({ what: 'values-missing', candidate: candidate.id })
      continue
    }
    for (const [at, value] of candidate.values.entries()) {
      if (values[at]?.has(value) === true) continue
      const feature = features[at]?.name ?? ''
      complaints.push({ what: 'unknown-value', candidate: candidate.id, feature, value })
    }
  }
  return complaints
}

function checkFeatures(features: readonly Feature[]): readonly Complaint[] {
  const complaints: Complaint[] = []
  const names = new Set<string>()
  for (const { name, quotas } of features) {
    if (names.has(name)) complaints.push({ what: 'feature-twice', feature: name })
    names.add(name)
    const values = new Set<string>()
    for (const quota of quotas) {
      const of = { feature: name, value: quota.value }
      if (values.has(quota.value)) complaints.push({ what: 'value-twice', ...of })
      values.add(quota.value)
      if (!isCount(quota.min) || !isCount(quota.max) || quota.min > quota.max)
        complaints.push({ what: 'bounds', ...of })
      else if (
        !isCount(quota.minFlex) ||
        !(isCount(quota.maxFlex) || quota.maxFlex === Infinity) ||
        quota.minFlex > quota.min ||
        quota.maxFlex < quota.max
      )
        complaints.push({ what: 'flexible-bounds', ...of })
    }
  }
  return complaints
}

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0
