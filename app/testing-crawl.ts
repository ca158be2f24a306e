import type { Browser, Page } from './testing.ts'

/** A path with what tells one page from its like left out. */
export const anyOne = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/\d+(?=\/|$)/g, '/*')
    .replace(/^\/problems\/(?!new$)[^/]+/, '/problems/*')
    .replace(/\/mandate\/models\/[^/]+/, '/mandate/models/*')

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
