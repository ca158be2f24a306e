import { compareGroups, type GroupComparison } from '@folkmoot/representation/compare.ts'
import { likeness, overall, type Likeness } from '@folkmoot/representation/likeness.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { publishAnswers } from '@folkmoot/surveys/publish.ts'
import type { FeatureSums } from '../population/sums.ts'
import { comparedIn, type ComparedValue } from './compared.ts'
import type { CrowdCounts } from './counts.ts'

/** One group of a feature, or several that are counted together because each alone is too small to be shown. */
export type ReportLine = GroupComparison & {
  readonly names: readonly string[]
  readonly values: readonly Id<'feature-value'>[]
}

export type FeatureReport = {
  readonly feature: FeatureSums['feature']
  /** Who told this feature, and an answer the table has people of: the others are compared with nothing. */
  readonly told: number
  readonly lines: readonly ReportLine[]
  readonly likeness: Likeness
  /** Women or men of whom there are fewer than the rule says; null where gender is not counted one by one. */
  readonly below: readonly ('woman' | 'man')[] | null
  /** What the rule asks of either, 0–1. */
  readonly genderShare: number
}

/** `few`: too few told, or too many alike, to say anything without saying it of single people. */
export type CrowdReport = {
  readonly people: number
  readonly told: number
  readonly features: readonly (FeatureReport | { readonly feature: FeatureSums['feature']; readonly few: true })[]
}

/** The rule where the mandate says none: at least two of five of each gender (Svelvik, section 11). */
export const defaultGenderShare = 0.4

export type Against = {
  readonly sums: readonly FeatureSums[]
  /** 0–1. */
  readonly genderShare: number
  /** The same report is drawn the same way again. */
  readonly seed: string
}

/**
 * What may be seen of a crowd, also by those who choose, beside the names of those who asked for a seat: groups of ten, parts of
 * five or more, of which no sum or difference tells more (`publishAnswers`). Everything beside the counts is worked out from what
 * is shown alone.
 */
export function crowdReport(crowd: CrowdCounts, against: Against): CrowdReport {
  const features = against.sums.map((one) => {
    const blocks = shownBlocks(one, crowd)
    return reportOf(one, blocks, against) ?? { feature: one.feature, few: true as const }
  })
  return { people: crowd.people, told: crowd.told, features }
}

/** Neighbours counted together until nothing is said of few; none where even that would. */
function shownBlocks(one: FeatureSums, crowd: CrowdCounts): readonly (readonly Part[])[] {
  const parts = comparedIn(one).map((value): Part => ({ ...value, count: crowd.counts.get(value.id) ?? 0 }))
  const shown = publishAnswers([{ name: '', counts: parts.map(({ count }) => count) }])
  return shown.kind === 'none' ? [] : shown.blocks.map(([from, to]) => parts.slice(from, to + 1))
}

type Part = ComparedValue & { readonly count: number }

/** Groups there are too few of: `surely` where it is hardly chance, `perhaps` where at least one whole person lacks. */
export type TooFew = { readonly surely: readonly string[][]; readonly perhaps: readonly string[][] }

/** The same as the report says of each group, without the rest of it: many cases are looked at in one list. Undefined where it shows none. */
export function tooFew(crowd: CrowdCounts, sums: readonly FeatureSums[]): TooFew | undefined {
  const lines = sums.flatMap((one) => {
    const blocks = shownBlocks(one, crowd)
    const compared = compareGroups(
      blocks.map((parts) => parts.reduce((sum, { count }) => sum + count, 0)),
      blocks.map((parts) => parts.reduce((sum, { people }) => sum + people, 0)),
    )
    return compared.map((line, at) => ({ ...line, names: (blocks[at] ?? []).map(({ name }) => name) }))
  })
  if (lines.length === 0) return undefined
  const named = (isOne: (line: GroupComparison) => boolean) => lines.filter(isOne).map(({ names }) => names)
  return {
    surely: named(({ verdict }) => verdict === 'fewer'),
    perhaps: named(({ verdict, lacks }) => verdict === 'near' && lacks > 0),
  }
}

function reportOf(
  { feature }: FeatureSums,
  blocks: readonly (readonly Part[])[],
  { genderShare, seed }: Against,
): FeatureReport | undefined {
  const counts = blocks.map((parts) => parts.reduce((sum, { count }) => sum + count, 0))
  const population = blocks.map((parts) => parts.reduce((sum, { people }) => sum + people, 0))
  if (blocks.length === 0) return undefined
  const like = likeness({ counts }, population, `${seed} ${feature.id}`)
  if (!like) return undefined
  const compared = compareGroups(counts, population)
  return {
    feature,
    told: like.people,
    lines: compared.map((line, i) => ({
      ...line,
      names: (blocks[i] ?? []).map(({ name }) => name),
      values: (blocks[i] ?? []).map(({ id }) => id),
    })),
    likeness: like,
    genderShare,
    below: feature.kind === 'gender' ? belowRule(blocks, { counts, all: like.people, genderShare }) : null,
  }
}

function belowRule(
  blocks: readonly (readonly Part[])[],
  {
    counts,
    all,
    genderShare,
  }: { readonly counts: readonly number[]; readonly all: number; readonly genderShare: number },
) {
  const codes = ['woman', 'man'] as const
  const at = codes.map((code) => blocks.findIndex((parts) => parts.length === 1 && parts[0]?.code === code))
  if (at.includes(-1)) return null
  return codes.filter((_, i) => (counts[at[i] ?? 0] ?? 0) / all < genderShare)
}

/** One number over all features that could be shown; undefined where none could. */
export function overallOf({ features }: CrowdReport) {
  const shown = features.flatMap((one) => ('few' in one ? [] : [one.likeness]))
  return shown.length === 0 ? undefined : overall(shown)
}
