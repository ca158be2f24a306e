/** One page of a long list, and where it stands in it. */
export type PageOf<Item> = {
  readonly items: readonly Item[]
  /** The first page is 1. */
  readonly number: number
  readonly pages: number
  /** Of all pages together. */
  readonly count: number
}

/** The page asked for; a page there is none of is the nearest there is, so that an old link shows something. */
export function pageOf<Item>(all: readonly Item[], asked: string | null, most: number): PageOf<Item> {
  const pages = Math.max(1, Math.ceil(all.length / most))
  const wished = Math.trunc(Number(asked ?? 1)) || 1
  const number = Math.min(Math.max(wished, 1), pages)
  return { items: all.slice((number - 1) * most, number * most), number, pages, count: all.length }
}
