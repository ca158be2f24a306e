import type { Id } from '@folkmoot/basics/ids.ts'
import type { ThreadLink, ThreadNode } from '../../ui/index.ts'
import { behindAll, type Counted, type RecommendationSet } from './thread-sets.ts'
import type { Later, MatterAnswer, ThreadGraphWords, ThreadMatter } from './thread-matter.ts'

/** From the recommendations onward: answers, commitments, outcomes, each by itself or, where they are many, by what they say. */

export type Boxes = { readonly nodes: readonly ThreadNode[]; readonly links: readonly ThreadLink[] }

/** Boxes of which each stands for one thing or several. */
export type Onward = Boxes & { readonly boxOf: ReadonlyMap<Id, string> }

type Answering = {
  readonly words: ThreadGraphWords
  readonly sets: readonly RecommendationSet[]
  readonly counted: Counted
  readonly most: number
}

export function answerBoxes(matter: ThreadMatter, { words, sets, counted, most }: Answering): Onward {
  const setOf = new Map(sets.flatMap(({ id, ones }) => ones.map((one) => [one.id, id] as const)))
  const answers = matter.answers.filter((one) => setOf.has(one.recommendation))
  const groups = Map.groupBy(answers, (one) => (answers.length <= most ? one.id : `answers-${one.title}`))
  const boxes = [...groups].map(([id, ones]) => ({ id, ones, node: answerBox(id, ones, { words, counted, matter }) }))
  return {
    nodes: boxes.flatMap(({ node }) => node ?? []),
    links: boxes.flatMap(({ id, ones }) =>
      [...Map.groupBy(ones, (one) => setOf.get(one.recommendation) ?? '')].map(([from, same]): ThreadLink => ({
        from,
        to: id,
        weight: weightOf(same, counted),
        promised: same.some(isWaiting),
      })),
    ),
    boxOf: new Map(boxes.flatMap(({ id, ones }) => ones.map((one) => [one.id, id] as const))),
  }
}

function weightOf(answers: readonly MatterAnswer[], counted: Counted): number {
  const recommendations = answers.map((one) => ({ id: one.recommendation }))
  return Math.max(1, behindAll(recommendations, counted).size)
}

function answerBox(
  id: string,
  ones: readonly MatterAnswer[],
  { words, counted, matter }: Pick<Answering, 'words' | 'counted'> & { readonly matter: ThreadMatter },
): ThreadNode | undefined {
  const [one] = ones
  if (!one) return undefined
  const isOpen = isWaiting(one)
  const isMany = id !== one.id
  const sub = isMany ? words.answersOf(ones.length) : one.sub
  return {
    id,
    title: one.title,
    short: one.short,
    href: isMany ? matter.links.answers : one.href,
    sign: one.isProposed ? undefined : one.sign,
    state: isOpen ? 'promised' : one.sign === 'rejected' ? 'ended' : one.sign === 'changed' ? 'changed' : 'done',
    weight: weightOf(ones, counted),
    ...(sub === '' ? {} : { sub }),
    ...(one.end === undefined || isOpen || isMany ? {} : { end: one.end }),
  }
}

/** Sent on and parked are promises: they come back. So does what is proposed, to the vote. */
function isWaiting({ sign, isProposed }: MatterAnswer): boolean {
  return isProposed || sign === 'referred' || sign === 'parked'
}

type Together = {
  readonly most: number
  /** Of a box of many in one state, and where they stand as a list. */
  readonly title: (state: Later['state']) => string
  readonly href: string
  readonly number: ThreadGraphWords['number']
}

/** What follows from earlier boxes: each gives its weight on in equal parts, and never less than one. */
export function laterBoxes(
  later: readonly (Later & { readonly from: readonly Id[] })[],
  earlier: Onward,
  { most, title, href, number }: Together,
): Onward {
  const isMany = later.length > most
  const groups = [...Map.groupBy(later, (one) => (isMany ? `${href} ${one.state}` : one.id))]
  const boxes = groups.map(([id, ones]) => ({
    id,
    ones,
    state: ones[0]?.state ?? 'promised',
    from: [...new Set(ones.flatMap((one) => one.from.flatMap((before) => earlier.boxOf.get(before) ?? [])))],
  }))
  const heavy = new Map(earlier.nodes.map((node) => [node.id, node.weight]))
  const shares = new Map<string, number>()
  for (const { from } of boxes) for (const before of from) shares.set(before, (shares.get(before) ?? 0) + 1)
  const links = boxes.flatMap(({ id, state, from }) =>
    from.map((before): ThreadLink => ({
      from: before,
      to: id,
      weight: Math.max(1, Math.round((heavy.get(before) ?? 1) / (shares.get(before) ?? 1))),
      promised: state !== 'done',
    })),
  )
  const nodes = boxes.flatMap(({ id, ones, state }): readonly ThreadNode[] => {
    const [one] = ones
    if (!one) return []
    const weight = links.filter((link) => link.to === id).reduce((sum, link) => sum + link.weight, 0)
    const own = isMany
      ? { title: title(state), href, count: number(ones.length) }
      : { title: one.title, href: one.href, ...(one.sub === '' ? {} : { sub: one.sub }) }
    return [{ id, ...own, state, weight: Math.max(1, weight) }]
  })
  return { nodes, links, boxOf: new Map(boxes.flatMap(({ id, ones }) => ones.map((one) => [one.id, id] as const))) }
}
