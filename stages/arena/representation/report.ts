import { compareGroups, type GroupComparison } from '@folkmoot/representation/compare.ts'
import { likeness, overall, type Likeness } from '@folkmoot/representation/likeness.ts'
import { publishAnswers } from '@folkmoot/surveys/publish.ts'
import type { FeatureSums } from '../population/sums.ts'
import type { CrowdCounts } from './counts.ts'

/** One group of a feature, or several that are counted together because each alone is too small to be shown. */
export type ReportLine = GroupComparison & { readonly names: readonly string[] }

export type FeatureReport = {
  readonly feature: FeatureSums['feature']
  /** Who told this feature. */
  readonly told: number
  /** Who told an answer the table has nobody of; they are compared with nothing. */
  readonly outside: number
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

/** Everything there is to say, for those who choose and their staff: sums without names, before the choice. */
export function wholeReport(crowd: CrowdCounts, against: Against): CrowdReport {
  return { people: crowd.people, told: crowd.told, features: against.sums.map((one) => whole(one, crowd, against)) }
}

/**
 * What everybody may see: groups of ten, parts of five or more, of which no sum or difference tells more (`publishAnswers`).
 * Everything beside the counts is worked out from what is shown alone.
 */
export function publicReport(crowd: CrowdCounts, against: Against): CrowdReport {
  const features = against.sums.map((one) => {
    const blocks = shownBlocks(one, crowd)
    return reportOf(one, blocks, { ...against, outside: 0 }) ?? { feature: one.feature, few: true as const }
  })
  return { people: crowd.people, told: crowd.told, features }
}

/** Neighbours counted together until nothing is said of few; none where even that would. */
function shownBlocks(one: FeatureSums, crowd: CrowdCounts): readonly (readonly Part[])[] {
  const { parts } = comparable(one, crowd)
  const shown = publishAnswers([{ name: '', counts: parts.map(({ count }) => count) }])
  return shown.kind === 'none' ? [] : shown.blocks.map(([from, to]) => parts.slice(from, to + 1))
}

type Part = { readonly name: string; readonly code: string | null; readonly count: number; readonly people: number }

/** Only what the table has people of is compared: a table that knows two genders says nothing of a third. */
function comparable({ sums }: FeatureSums, { counts }: CrowdCounts) {
  const all = sums.map(({ id, name, code, people }): Part => ({ name, code, people, count: counts.get(id) ?? 0 }))
  const parts = all.filter(({ people }) => people > 0)
  return { parts, outside: all.filter(({ people }) => people === 0).reduce((sum, { count }) => sum + count, 0) }
}

function whole(one: FeatureSums, crowd: CrowdCounts, against: Against) {
  const { parts, outside } = comparable(one, crowd)
  const blocks = parts.map((part) => [part])
  return reportOf(one, blocks, { ...against, outside }) ?? { feature: one.feature, few: true as const }
}

/** Groups there are too few of: `surely` where it is hardly chance, `perhaps` where at least one whole person lacks. */
export type TooFew = { readonly surely: readonly string[][]; readonly perhaps: readonly string[][] }

/** The same as the report says of each group, without the rest of it: many cases are looked at in one list. */
export function tooFew(
  crowd: CrowdCounts,
  sums: readonly FeatureSums[],
  { isPublic }: { readonly isPublic: boolean },
): TooFew {
  const lines = sums.flatMap((one) => {
    const blocks = isPublic ? shownBlocks(one, crowd) : comparable(one, crowd).parts.map((part) => [part])
    const compared = compareGroups(
      blocks.map((parts) => parts.reduce((sum, { count }) => sum + count, 0)),
      blocks.map((parts) => parts.reduce((sum, { people }) => sum + people, 0)),
    )
    return compared.map((line, at) => ({ ...line, names: (blocks[at] ?? []).map(({ name }) => name) }))
  })
  const named = (isOne: (line: GroupComparison) => boolean) => lines.filter(isOne).map(({ names }) => names)
  return {
    surely: named(({ verdict }) => verdict === 'fewer'),
    perhaps: named(({ verdict, lacks }) => verdict === 'near' && lacks > 0),
  }
}

type Rest = Against & { readonly outside: number }

function reportOf(
  { feature }: FeatureSums,
  blocks: readonly (readonly Part[])[],
  { genderShare, seed, outside }: Rest,
): FeatureReport | undefined {
  const counts = blocks.map((parts) => parts.reduce((sum, { count }) => sum + count, 0))
  const population = blocks.map((parts) => parts.reduce((sum, { people }) => sum + people, 0))
  if (blocks.length === 0) return undefined
  const like = likeness({ counts }, population, `${seed} ${feature.id}`)
  if (!like) return undefined
  const compared = compareGroups(counts, population)
  return {
    feature,
    told: like.people + outside,
    outside,
    lines: compared.map((line, i) => ({ ...line, names: (blocks[i] ?? []).map(({ name }) => name) })),
    likeness: like,
    genderShare,
    below: feature.kind === 'gender' ? belowRule(blocks, { counts, all: like.people + outside, genderShare }) : null,
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
