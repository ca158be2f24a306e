import type { ThreadColumn, ThreadGraph, ThreadLink, ThreadNode } from '../../ui/index.ts'
import { sources } from './contributions.ts'
import { behindAll, countBehind, setsOf, type Counted, type RecommendationSet } from './thread-sets.ts'
import { answerBoxes, laterBoxes, type Boxes } from './thread-onward.ts'
import { takenUp, type MatterClause, type ThreadGraphWords, type ThreadMatter } from './thread-matter.ts'

/** More boxes than this in a column cannot be read: then a box stands for several, and leads to their list. */
export const mostBoxes = 14

/**
 * The picture of one case's thread, from the matter of its stages: contributions by source → clauses → recommendations
 * → answers → commitments → outcomes. A contribution counts once in its first box, and once behind each box that rests on it.
 * What nobody counted (a told case) still has a strand of one, so that it is seen. Where there are more than `most` of a kind
 * they stand together.
 */
export function threadGraph(
  matter: ThreadMatter,
  words: ThreadGraphWords,
  { most = mostBoxes }: { readonly most?: number } = {},
): ThreadGraph {
  const counted = countBehind(matter)
  const sets = setsOf(matter, { words, most })
  const recommendations = sets.map(({ id, title, short, href, lang, ones }): ThreadNode => {
    const behind = behindAll(ones, counted)
    return {
      id,
      title,
      ...(ones.length > 1 ? { short } : { lang }),
      href,
      state: 'done',
      weight: Math.max(1, behind.size),
      ...(behind.size > 0 ? { sub: words.behind(behind.size) } : {}),
    }
  })
  const text = textBoxes(matter, { words, sets, counted })
  const answers = answerBoxes(matter, { words, sets, counted, most })
  const commitments = laterBoxes(
    matter.commitments.map((one) => ({ ...one, from: one.answers })),
    answers,
    { most, title: words.commitments, href: matter.links.commitments, number: words.number },
  )
  const outcomes = laterBoxes(
    matter.outcomes.map((one) => ({ ...one, from: one.commitments })),
    commitments,
    { most, title: words.outcomes, href: matter.links.outcomes, number: words.number },
  )
  const given = sourceBoxes(matter, { words, sets, counted })
  return {
    columns: columnsOf(
      [given, text.nodes, recommendations, answers.nodes, commitments.nodes, outcomes.nodes],
      words,
      matter,
    ),
    links: [...text.links, ...answers.links, ...commitments.links, ...outcomes.links],
  }
}

type Around = {
  readonly words: ThreadGraphWords
  readonly sets: readonly RecommendationSet[]
  readonly counted: Counted
}

/** The common text: clauses by themselves or by what they ask, its background, and what is not in it. */
function textBoxes(matter: ThreadMatter, { words, sets, counted }: Around): Boxes {
  const all = matter.recommendations.reduce((sum, one) => sum + one.clauses.length, 0)
  const boxes = sets.flatMap((set): readonly (Clauses & { readonly to: string })[] => {
    const clauses = set.ones.flatMap((one) => one.clauses)
    if (clauses.length === 0) return []
    if (all <= mostBoxes)
      return clauses.map((clause) => ({
        own: { id: clause.id, title: clause.text, href: clause.href, lang: clause.lang },
        clauses: [clause],
        to: set.id,
      }))
    const numbers = [set.ones[0]?.number ?? 0, set.ones.at(-1)?.number ?? 0] as const
    const title = words.clauses(clauses.length, numbers[0] === numbers[1] ? `${numbers[0]}` : numbers.join('–'))
    return [{ own: { id: `clauses-${set.id}`, title, short: set.short, href: set.href }, clauses, to: set.id }]
  })
  const background = backgroundBox(matter, words)
  const drawn = [...boxes, ...background].map((box) => clauseBox(box, { words, counted }))
  const unused = unusedBox(matter, words)
  return {
    nodes: [...drawn.map(({ node }) => node), ...unused.nodes],
    links: [
      ...drawn.flatMap((one) => one.links),
      ...unused.links,
      ...boxes.map(({ own, to }, i): ThreadLink => ({ from: own.id, to, weight: drawn[i]?.node.weight ?? 1 })),
    ],
  }
}

type Clauses = {
  readonly own: Pick<ThreadNode, 'id' | 'title' | 'short' | 'sub' | 'lang' | 'href'>
  readonly clauses: readonly MatterClause[]
}

function clauseBox(
  { own, clauses }: Clauses,
  { words, counted: { sourceOf } }: Pick<Around, 'words' | 'counted'>,
): { readonly node: ThreadNode; readonly links: readonly ThreadLink[] } {
  const cited = new Set(clauses.flatMap(({ cites }) => cites.filter((id) => sourceOf.has(id))))
  const uncited = clauses.filter(({ cites }) => cites.length === 0).length
  const bySource = Map.groupBy(cited, (id) => sourceOf.get(id) ?? 'idea')
  // A clause by itself says that it names nothing; of several so many do.
  const isOne = clauses.length === 1 && own.sub === undefined
  return {
    node: {
      ...own,
      state: 'done',
      weight: Math.max(1, cited.size),
      ...(cited.size > 0 ? { count: words.number(cited.size) } : {}),
      ...(uncited > 0 ? { sub: besides(own.sub, words.uncited(isOne ? 0 : uncited)) } : {}),
    },
    links: [...bySource].map(([source, ids]) => ({ from: source, to: own.id, weight: ids.length })),
  }
}

function besides(...words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(', ')
}

function backgroundBox({ passages, links }: ThreadMatter, words: ThreadGraphWords): readonly Clauses[] {
  if (passages.length === 0) return []
  const own = {
    id: 'background',
    title: words.background,
    sub: words.clauseCount(passages.length),
    href: links.background,
  }
  return [{ own, clauses: passages }]
}

function sourceBoxes({ contributions, links }: ThreadMatter, { words, sets, counted }: Around): readonly ThreadNode[] {
  const by = Map.groupBy(contributions, ({ source }) => source)
  const shares = sets.map((set) => {
    const bySource = Map.groupBy(behindAll(set.ones, counted), (id) => counted.sourceOf.get(id) ?? 'idea')
    return [set.id, bySource] as const
  })
  return sources.flatMap((source): readonly ThreadNode[] => {
    const number = by.get(source)?.length ?? 0
    if (number === 0) return []
    return [
      {
        id: source,
        title: words.source[source],
        short: words.sourceShort[source],
        count: words.number(number),
        href: links.source(source),
        weight: number,
        state: 'done',
        shares: new Map(shares.map(([id, bySource]) => [id, bySource.get(source)?.length ?? 0])),
      },
    ]
  })
}

/** What no clause names ends in a knot, once there is a text it could have stood in. Nothing vanishes. */
function unusedBox(matter: ThreadMatter, words: ThreadGraphWords): Boxes {
  const hasText = matter.passages.length > 0 || matter.recommendations.some((one) => one.clauses.length > 0)
  const isTaken = takenUp(matter)
  const left = hasText ? matter.contributions.filter((one) => !isTaken(one)) : []
  if (left.length === 0) return { nodes: [], links: [] }
  const bySource = Map.groupBy(left, (one) => one.source)
  return {
    nodes: [
      {
        id: 'unused',
        title: words.unused,
        count: words.number(left.length),
        href: matter.links.left,
        weight: left.length,
        state: 'ended',
        end: words.unusedWhy,
      },
    ],
    links: [...bySource].map(([source, ones]) => ({ from: source, to: 'unused', weight: ones.length })),
  }
}

function columnsOf(
  columns: readonly (readonly ThreadNode[])[],
  words: ThreadGraphWords,
  matter: ThreadMatter,
): readonly ThreadColumn[] {
  const clauses = [...matter.recommendations.flatMap((one) => one.clauses), ...matter.passages]
  const subs = words.subs(
    [
      matter.contributions.length,
      clauses.length,
      matter.recommendations.length,
      matter.answers.length,
      matter.commitments.length,
      matter.outcomes.length,
    ],
    clauses.filter(({ cites }) => cites.length === 0).length,
  )
  return columns.map((nodes, i) => ({
    title: words.columns[i] ?? '',
    sub: subs[i] ?? '',
    nodes,
    ...(nodes.length === 0 ? { coming: words.coming[i] ?? '' } : {}),
  }))
}
