import { agreementOf } from '@folkmoot/surveys/agreement.ts'
import { boundsWithSilent, meanInterval, meanRange } from '@folkmoot/surveys/mean.ts'
import { publishAnswers, type PublishedAnswers } from '@folkmoot/surveys/publish.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { answersOf, items, type Item } from './instruments.ts'
import { groups, type Group, type Moment } from './rules.ts'

/** The way from answers to what is published. Who changes it gives it another name: what was published names its own. */
export const method = 'folkmoot-surveys/1'

/** One answer as it is counted: whose it is was never in it. */
export type Counted = {
  readonly respondent: string
  readonly as: Group
  readonly item: string
  readonly answer: number
}

export type PublishedRound = {
  readonly method: string
  /** How many were asked of each group. */
  readonly asked: Readonly<Record<Group, number>>
  /** How many answered at least one question; null below ten. */
  readonly answered: number | null
  readonly items: Readonly<Record<string, PublishedAnswers>>
}

/** A round as the pages know it: `published` is null while it runs. */
export type ShownRound = { readonly moment: Moment; readonly published: PublishedRound | null }

/** What may be shown of a round that is over. Made once: to count it anew with one answer more would betray that one. */
export function publishRound(
  moment: Moment,
  answers: readonly Counted[],
  asked: Readonly<Record<Group, number>>,
): PublishedRound {
  const answered = new Set(answers.map(({ respondent }) => respondent)).size
  const byItem = Map.groupBy(answers, ({ item }) => item)
  return {
    method,
    asked,
    answered: answered < leastInGroup ? null : answered,
    items: Object.fromEntries(
      items
        .filter(({ at }) => at.includes(moment))
        .map((item) => [item.key, publishAnswers(tableOf(item, byItem.get(item.key) ?? []))]),
    ),
  }
}

function tableOf(item: Item, answers: readonly Counted[]) {
  return groups
    .filter((group) => item.asked.includes(group))
    .map((group) => {
      const given = answers.filter(({ as }) => as === group)
      return {
        name: group,
        counts: answersOf(item).map((value) => given.filter(({ answer }) => answer === value).length),
      }
    })
}

/** What one group said to one question, on the question's own scale, worked out from what is published and nothing else. */
export type Said = {
  readonly groups: readonly Group[]
  readonly answers: number
  readonly asked: number
  /** Between which numbers the mean of those who answered lies; one number where no answers were counted together. */
  readonly mean: Span
  /** Between which numbers the mean of all who were asked lies, with 95 % confidence. */
  readonly interval: Span
  /** How far those who did not answer could have moved it, had all of them given the lowest or the highest answer. */
  readonly bounds: Span
  /** Van der Eijk's A over the parts that are shown: 1 of one mind, −1 torn; null where fewer than three parts are shown. */
  readonly agreement: number | null
  readonly parts: readonly { readonly from: number; readonly to: number; readonly people: number }[]
}

export type Span = { readonly low: number; readonly high: number }

/** Empty where too few answered, or the question was not asked then. */
export function saidOf(item: Item, round: PublishedRound | null): readonly Said[] {
  const shown = round?.items[item.key]
  if (!round || !shown || shown.kind === 'none') return []
  const { blocks } = shown
  return shown.groups.map((group) => {
    const names = groups.filter((name) => group.names.includes(name))
    const asked = names.reduce((sum, name) => sum + round.asked[name], 0)
    const onScale = ({ low, high }: Span): Span => ({ low: low + item.from, high: high + item.from })
    const mean = onScale(meanRange({ group, blocks }))
    const bound = (of: number): Span =>
      boundsWithSilent({ mean: of, answers: group.answers, of: asked, from: item.from, to: item.to })
    return {
      groups: names,
      answers: group.answers,
      asked,
      mean,
      interval: onScale(meanInterval({ group, blocks }, { of: asked })),
      bounds: { low: bound(mean.low).low, high: bound(mean.high).high },
      agreement: blocks.length < 3 ? null : (agreementOf(group.counts) ?? null),
      parts: blocks.map(([from, to], at) => ({
        from: from + item.from,
        to: to + item.from,
        people: group.counts[at] ?? 0,
      })),
    }
  })
}
