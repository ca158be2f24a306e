import { meanRange } from '@folkmoot/surveys/mean.ts'
import { publishAnswers } from '@folkmoot/surveys/publish.ts'
import { countsOf, type Rating } from './rules.ts'

/** What may be published of the ratings of one answer: pure; shown once, when the rating has closed. */

export type RatedMarks = {
  readonly answers: number
  /** Neighbouring marks that are counted together, both ends included, and how many people gave one of them. */
  readonly blocks: readonly { readonly from: number; readonly to: number; readonly people: number }[]
  /** The mean mark lies between these, as the blocks tell it. */
  readonly low: number
  readonly high: number
}

export const asked = ['wasReasoned', 'didAnswer'] as const
export type Asked = (typeof asked)[number]

/** Undefined where too few rated, or nearly all alike. */
export function resultOf(ratings: readonly Rating[], question: Asked): RatedMarks | undefined {
  const given = ratings.map((rating) => rating[question])
  const published = publishAnswers([{ name: 'all', counts: countsOf(given) }])
  const group = published.kind === 'shown' ? published.groups[0] : undefined
  if (published.kind !== 'shown' || !group) return undefined
  const { blocks } = published
  const { low, high } = meanRange({ group, blocks })
  return {
    answers: group.answers,
    // The scale begins at 1, its index at 0.
    blocks: blocks.map(([from, to], at) => ({ from: from + 1, to: to + 1, people: group.counts[at] ?? 0 })),
    low: low + 1,
    high: high + 1,
  }
}
