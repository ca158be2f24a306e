import type { Id } from '@folkmoot/basics/ids.ts'
import type { Source } from './contributions.ts'
import type { ThreadGraphWords, ThreadMatter } from './thread-matter.ts'

/** Recommendations that share a box: one, or a run of them by number. */
export type RecommendationSet = {
  readonly id: string
  readonly title: string
  /** For a box too narrow for the title. */
  readonly short: string
  readonly href: string
  readonly lang?: string | undefined
  readonly ones: ThreadMatter['recommendations']
}

/** What was counted: each contribution once behind each box that rests on it. */
export type Counted = {
  readonly sourceOf: ReadonlyMap<Id, Source>
  /** Contributions behind a recommendation. */
  readonly behind: ReadonlyMap<Id, ReadonlySet<Id>>
}

export function countBehind({ contributions, recommendations }: ThreadMatter): Counted {
  const sourceOf = new Map(contributions.map(({ thing, source }) => [thing.id, source]))
  const behind = new Map(
    recommendations.map((one) => [
      one.id,
      new Set(one.clauses.flatMap(({ cites }) => cites.filter((id) => sourceOf.has(id)))),
    ]),
  )
  return { sourceOf, behind }
}

export function behindAll(ones: readonly { readonly id: Id }[], { behind }: Counted): ReadonlySet<Id> {
  const [first, ...more] = ones
  if (!first) return new Set()
  const all = behind.get(first.id) ?? new Set()
  return more.length === 0 ? all : new Set([...all, ...more.flatMap(({ id }) => [...(behind.get(id) ?? [])])])
}

export function setsOf(
  { recommendations, links }: ThreadMatter,
  { words, most }: { readonly words: ThreadGraphWords; readonly most: number },
): readonly RecommendationSet[] {
  if (recommendations.length <= most) return recommendations.map(alone)
  const sorted = recommendations.toSorted((a, b) => a.number - b.number)
  const size = Math.ceil(sorted.length / fewest(most))
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, i) => {
    const ones = sorted.slice(i * size, (i + 1) * size)
    const [first] = ones
    if (first && ones.length === 1) return alone(first)
    const [from, to] = [ones[0]?.number ?? 0, ones.at(-1)?.number ?? 0]
    return {
      id: `set-${from}`,
      title: words.range(from, to),
      short: `${from}– ${to}`,
      href: links.recommendations(from, to),
      ones,
    }
  })
}

function alone(one: ThreadMatter['recommendations'][number]): RecommendationSet {
  return {
    id: one.id,
    title: `${one.number} ${one.title}`,
    short: String(one.number),
    href: one.href,
    lang: one.lang,
    ones: [one],
  }
}

/** Where boxes stand for several, somewhat fewer than the most: on a phone each keeps the width of a finger. */
function fewest(most: number): number {
  return Math.max(1, Math.ceil(most * 0.6))
}
