import type { Id } from '@folkmoot/basics/ids.ts'
import type { ThreadColumn, ThreadGraph, ThreadLink, ThreadNode } from '../../ui/index.ts'

/** How people gave what they gave: the boxes of the first column. */
export const sources = ['experience', 'idea', 'statement', 'hearing', 'question', 'note', 'framing'] as const
export type Source = (typeof sources)[number]

/** All that the stages know of one case's thread, in finished words. */
export type ThreadMatter = {
  readonly contributions: readonly { readonly id: Id; readonly source: Source }[]
  readonly sourceLinks: Readonly<Record<Source, string>>
  readonly recommendations: readonly {
    readonly id: Id
    readonly number: number
    readonly title: string
    readonly href: string
    readonly clauses: readonly {
      readonly id: Id
      readonly text: string
      readonly href: string
      readonly cites: readonly Id[]
    }[]
  }[]
  readonly answers: readonly {
    readonly id: Id
    readonly recommendation: Id
    readonly title: string
    /** One word, for a narrow screen. */
    readonly short: string
    readonly sub: string
    readonly href: string
    readonly sign: NonNullable<ThreadNode['sign']>
    /** Signed, but the body has not carried it. */
    readonly isProposed: boolean
    /** Why it ends here, for a no. */
    readonly end?: string | undefined
  }[]
  readonly commitments: readonly (Later & { readonly answers: readonly Id[] })[]
  readonly outcomes: readonly (Later & { readonly commitments: readonly Id[] })[]
}

type Later = {
  readonly id: Id
  readonly title: string
  readonly sub: string
  readonly href: string
  readonly state: 'done' | 'promised' | 'late' | 'ended'
}

export type ThreadGraphWords = {
  readonly columns: readonly [string, string, string, string, string, string]
  readonly subs: (counts: readonly [number, number, number, number, number, number]) => readonly string[]
  readonly coming: readonly [string, string, string, string, string, string]
  readonly source: Readonly<Record<Source, string>>
  readonly sourceShort: Readonly<Record<Source, string>>
  readonly clauses: (count: number, recommendation: number) => string
  readonly unused: string
  readonly unusedWhy: string
  readonly behind: (count: number) => string
}

/** More boxes than this in the second column cannot be read: then a box stands for the clauses of one recommendation. */
const mostClauses = 14

/**
 * The picture of one case's thread, from the matter of its stages: contributions by source → clauses → recommendations
 * → answers → commitments → outcomes. A contribution counts once in its first box, and once behind each recommendation
 * that rests on it. What nobody counted (a told case) still has a strand of one, so that it is seen.
 */
export function threadGraph(matter: ThreadMatter, words: ThreadGraphWords): ThreadGraph {
  const sourceOf = new Map(matter.contributions.map(({ id, source }) => [id, source]))
  const clauses = clauseBoxes(matter, words)
  const recommendations = matter.recommendations.map((one): ThreadNode => {
    const count = countOf(
      one.clauses.flatMap((clause) => clause.cites),
      sourceOf,
    )
    return {
      id: one.id,
      title: `${one.number} ${one.title}`,
      href: one.href,
      state: 'done',
      weight: Math.max(1, count),
      ...(count > 0 ? { sub: words.behind(count) } : {}),
    }
  })
  const weights = new Map(recommendations.map((node) => [node.id, node.weight]))
  const answers = matter.answers
    .filter((one) => weights.has(one.recommendation))
    .map((one): ThreadNode => answerBox(one, weights))
  const answerLinks = matter.answers
    .filter((one) => weights.has(one.recommendation))
    .map((one): ThreadLink => ({
      from: one.recommendation,
      to: one.id,
      weight: weights.get(one.recommendation) ?? 1,
      promised: isWaiting(one),
    }))
  const commitments = laterBoxes(
    matter.commitments.map((one) => ({ ...one, from: one.answers })),
    answers,
  )
  const outcomes = laterBoxes(
    matter.outcomes.map((one) => ({ ...one, from: one.commitments })),
    commitments.nodes,
  )
  const unused = unusedBox(matter, words)
  const columns = [
    sourceBoxes(matter, words),
    [...clauses.map((box) => box.node), ...unused.nodes],
    recommendations,
    answers,
    commitments.nodes,
    outcomes.nodes,
  ]
  return {
    columns: columnsOf(columns, words, matter),
    links: [
      ...clauses.flatMap((box) => linksFrom(box, sourceOf)),
      ...unused.links,
      ...clauses.map((box): ThreadLink => ({ from: box.node.id, to: box.recommendation, weight: box.node.weight })),
      ...answerLinks,
      ...commitments.links,
      ...outcomes.links,
    ],
  }
}

type ClauseBox = { readonly node: ThreadNode; readonly recommendation: Id; readonly cites: readonly Id[] }

function clauseBoxes(matter: ThreadMatter, words: ThreadGraphWords): readonly ClauseBox[] {
  const sourceOf = new Map(matter.contributions.map(({ id, source }) => [id, source]))
  const isMany = matter.recommendations.reduce((sum, one) => sum + one.clauses.length, 0) > mostClauses
  const box = (
    own: { readonly id: string; readonly title: string; readonly href: string },
    recommendation: Id,
    cites: readonly Id[],
  ): ClauseBox => {
    const count = countOf(cites, sourceOf)
    const node: ThreadNode = {
      ...own,
      state: 'done',
      weight: Math.max(1, count),
      ...(count > 0 ? { count: String(count) } : {}),
    }
    return { node, recommendation, cites }
  }
  return matter.recommendations.flatMap((one) => {
    if (one.clauses.length === 0) return []
    if (!isMany)
      return one.clauses.map((clause) =>
        box({ id: clause.id, title: clause.text, href: clause.href }, one.id, clause.cites),
      )
    const title = words.clauses(one.clauses.length, one.number)
    return [
      box(
        { id: `clauses-${one.id}`, title, href: one.href },
        one.id,
        one.clauses.flatMap((clause) => clause.cites),
      ),
    ]
  })
}

function sourceBoxes({ contributions, sourceLinks }: ThreadMatter, words: ThreadGraphWords): readonly ThreadNode[] {
  return sources.flatMap((source): readonly ThreadNode[] => {
    const count = contributions.filter((one) => one.source === source).length
    if (count === 0) return []
    return [
      {
        id: source,
        title: words.source[source],
        short: words.sourceShort[source],
        count: String(count),
        href: sourceLinks[source],
        weight: count,
        state: 'done',
      },
    ]
  })
}

/** How many different contributions of each source a box rests on. */
function linksFrom({ node, cites }: ClauseBox, sourceOf: ReadonlyMap<Id, Source>): readonly ThreadLink[] {
  const bySource = Map.groupBy(
    [...new Set(cites)].filter((id) => sourceOf.has(id)),
    (id) => sourceOf.get(id) ?? 'idea',
  )
  return [...bySource].map(([source, ids]) => ({ from: source, to: node.id, weight: ids.length }))
}

/** What no clause cites ends in a knot, once there is a text it could have stood in. Nothing vanishes. */
function unusedBox(
  matter: ThreadMatter,
  words: ThreadGraphWords,
): { readonly nodes: readonly ThreadNode[]; readonly links: readonly ThreadLink[] } {
  const cited = new Set(matter.recommendations.flatMap((one) => one.clauses.flatMap((clause) => clause.cites)))
  const left = cited.size === 0 ? [] : matter.contributions.filter((one) => !cited.has(one.id))
  if (left.length === 0) return { nodes: [], links: [] }
  const bySource = Map.groupBy(left, (one) => one.source)
  const href = matter.sourceLinks[left[0]?.source ?? 'idea']
  return {
    nodes: [
      {
        id: 'unused',
        title: words.unused,
        count: String(left.length),
        href,
        weight: left.length,
        state: 'ended',
        end: words.unusedWhy,
      },
    ],
    links: [...bySource].map(([source, ones]) => ({ from: source, to: 'unused', weight: ones.length })),
  }
}

function answerBox(one: ThreadMatter['answers'][number], weights: ReadonlyMap<string, number>): ThreadNode {
  const isOpen = isWaiting(one)
  const state = isOpen ? 'promised' : one.sign === 'rejected' ? 'ended' : one.sign === 'changed' ? 'changed' : 'done'
  return {
    id: one.id,
    title: one.title,
    short: one.short,
    href: one.href,
    sign: one.isProposed ? undefined : one.sign,
    state,
    weight: weights.get(one.recommendation) ?? 1,
    ...(one.sub === '' ? {} : { sub: one.sub }),
    ...(one.end === undefined || isOpen ? {} : { end: one.end }),
  }
}

/** Sent on and parked are promises: they come back. So does what is proposed, to the vote. */
function isWaiting({ sign, isProposed }: ThreadMatter['answers'][number]): boolean {
  return isProposed || sign === 'referred' || sign === 'parked'
}

/** What follows from earlier boxes: each gives its weight on in equal parts, and never less than one. */
function laterBoxes(
  later: readonly (Later & { readonly from: readonly Id[] })[],
  earlier: readonly ThreadNode[],
): { readonly nodes: readonly ThreadNode[]; readonly links: readonly ThreadLink[] } {
  const heavy = new Map(earlier.map((node) => [node.id, node.weight]))
  const shares = new Map<string, number>()
  for (const one of later) for (const from of new Set(one.from)) shares.set(from, (shares.get(from) ?? 0) + 1)
  const links = later.flatMap((one) =>
    [...new Set(one.from)]
      .filter((from) => heavy.has(from))
      .map((from): ThreadLink => ({
        from,
        to: one.id,
        weight: Math.max(1, Math.round((heavy.get(from) ?? 1) / (shares.get(from) ?? 1))),
        promised: one.state !== 'done',
      })),
  )
  const nodes = later.map(({ id, title, sub, href, state }): ThreadNode => ({
    id,
    title,
    href,
    state,
    weight: Math.max(
      1,
      links.filter((link) => link.to === id).reduce((sum, link) => sum + link.weight, 0),
    ),
    ...(sub === '' ? {} : { sub }),
  }))
  return { nodes, links }
}

function columnsOf(
  columns: readonly (readonly ThreadNode[])[],
  words: ThreadGraphWords,
  matter: ThreadMatter,
): readonly ThreadColumn[] {
  const clauses = matter.recommendations.reduce((sum, one) => sum + one.clauses.length, 0)
  const subs = words.subs([
    matter.contributions.length,
    clauses,
    matter.recommendations.length,
    matter.answers.length,
    matter.commitments.length,
    matter.outcomes.length,
  ])
  return columns.map((nodes, i) => ({
    title: words.columns[i] ?? '',
    sub: subs[i] ?? '',
    nodes,
    ...(nodes.length === 0 ? { coming: words.coming[i] ?? '' } : {}),
  }))
}

/** Different contributions among these citations that are known. */
function countOf(cites: readonly Id[], sourceOf: ReadonlyMap<Id, Source>): number {
  return new Set(cites.filter((id) => sourceOf.has(id))).size
}
