import { sources, type Source } from './contributions.ts'
import { takenUp, type MatterClause, type ThreadMatter } from './thread-matter.ts'

/** The groups of which a box may stand for many: each has a list of its own, and nothing is left out of it. */
export type Group =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'left' }
  | { readonly kind: 'uncited' }
  | { readonly kind: 'background' }
  | { readonly kind: 'recommendations'; readonly from: number; readonly to: number }

export function groupNamed(name: string): Group | undefined {
  const source = sources.find((one) => one === name)
  if (source) return { kind: 'source', source }
  if (name === 'left' || name === 'uncited' || name === 'background') return { kind: name }
  const [, from, to] = /^recommendations-(\d{1,6})-(\d{1,6})$/.exec(name) ?? []
  return from === undefined ? undefined : { kind: 'recommendations', from: Number(from), to: Number(to) }
}

/** What belongs to a group of contributions, in the order of the sources. */
export function contributionsIn(
  matter: ThreadMatter,
  group: Extract<Group, { readonly kind: 'source' | 'left' }>,
): ThreadMatter['contributions'] {
  if (group.kind === 'source') return matter.contributions.filter(({ source }) => source === group.source)
  const isTaken = takenUp(matter)
  const bySource = Map.groupBy(
    matter.contributions.filter((one) => !isTaken(one)),
    ({ source }) => source,
  )
  return sources.flatMap((source) => bySource.get(source) ?? [])
}

export function clausesIn(
  { recommendations, passages }: ThreadMatter,
  group: Extract<Group, { readonly kind: 'uncited' | 'background' }>,
): readonly MatterClause[] {
  if (group.kind === 'background') return passages
  return [...recommendations.flatMap((one) => one.clauses), ...passages].filter(({ cites }) => cites.length === 0)
}

export const mostOnPage = 50

export type PageOf<Item> = { readonly items: readonly Item[]; readonly page: number; readonly last: number }

/** A page of a list; one that is not there is the nearest that is. */
export function pageOf<Item>(items: readonly Item[], asked: string | null): PageOf<Item> {
  const last = Math.max(1, Math.ceil(items.length / mostOnPage))
  const page = Math.min(last, Math.max(1, /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 1))
  return { items: items.slice((page - 1) * mostOnPage, page * mostOnPage), page, last }
}
