import type { Browser, Page } from './testing.ts'

/** A path with what tells one page from its like left out. */
export const anyOne = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/\d+(?=\/|$)/g, '/*')
    .replace(/^\/problems\/(?!new$)[^/]+/, '/problems/*')
    .replace(/\/mandate\/models\/[^/]+/, '/mandate/models/*')

/** As many pages of a kind are opened: the rest are made by the same lines from rows of the same tables. */
export function enoughOfAKind(most: number, kindOf: (path: string) => string = anyOne): (path: string) => boolean {
  const met = new Map<string, number>()
  return (path) => {
    const count = met.get(kindOf(path)) ?? 0
    met.set(kindOf(path), count + 1)
    return count >= most
  }
}

/** What tells pages apart and, under a case, which: the cases differ in how far they are. */
export const anyOneOfACase = (path: string): string =>
  `${anyOne(path)} ${/^\/problems\/([^/?]+)/.exec(path)?.[1] ?? ''}`

type Walk = {
  readonly place: string
  readonly from: readonly string[]
  /** Whether enough was seen of what looks like this; without it every page is read. */
  readonly isEnough?: (path: string) => boolean
}

/** Every page a reader reaches by links from the home page and from these, each once. */
export async function readLinked(
  reader: Browser,
  { place, from, isEnough = () => false }: Walk,
  read: (path: string, page: Page) => void,
): Promise<number> {
  const home = `/en/${place}`
  const waiting = ['', ...from]
  const seen = new Set<string>(waiting)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const page = await reader.get(path)
    read(path, page)
    for (const [, link = ''] of page.html.matchAll(/href="([^"#]+)/g)) {
      const next = link.slice(home.length)
      if (!link.startsWith(home) || seen.has(next)) continue
      seen.add(next)
      if (!isEnough(next)) waiting.push(next)
    }
  }
  return seen.size
}
