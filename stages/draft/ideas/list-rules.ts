import { ideaKinds, type IdeaKind } from './rules.ts'

/** By what it says, by age, by where it is, or what has waited longest for a word: never by how loud it is. */
export const ideaOrders = ['varied', 'newest', 'place', 'unheard'] as const
export type IdeaOrder = (typeof ideaOrders)[number]

export const ideasOnPage = 20

export type IdeaQuery = {
  readonly order: IdeaOrder
  readonly kind: IdeaKind | null
  /** Whether a clause of the common text comes from it. */
  readonly isCited: boolean | null
  /** A named place of the town. */
  readonly area: string | null
  /** From 1. */
  readonly page: number
}

/** Reads it from an address; what we did not write there counts as left out. */
export function ideaQueryOf(query: URLSearchParams): IdeaQuery {
  const page = /^[1-9]\d{0,5}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1
  return {
    order: ideaOrders.find((order) => order === query.get('order')) ?? 'varied',
    kind: ideaKinds.find((kind) => kind === query.get('kind')) ?? null,
    isCited: query.get('cited') === 'yes' ? true : query.get('cited') === 'no' ? false : null,
    area: (query.get('area') ?? '').slice(0, 80) || null,
    page,
  }
}

/** As it stands behind the question mark of an address; '' for the list as one comes to it. */
export function ideaQueryText({ order, kind, isCited, area, page }: IdeaQuery): string {
  const text = new URLSearchParams({
    ...(order === 'varied' ? {} : { order }),
    ...(kind === null ? {} : { kind }),
    ...(isCited === null ? {} : { cited: isCited ? 'yes' : 'no' }),
    ...(area === null ? {} : { area }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return text === '' ? '' : `?${text}`
}

/** How many pages so many things fill; at least one. */
export function pagesOf(count: number, onPage: number): number {
  return Math.max(1, Math.ceil(count / onPage))
}
