import type { Browser, Page } from './testing.ts'

/** Every page a reader reaches by links from the home page and from these, each once. */
export async function readLinked(
  reader: Browser,
  { place, from }: { readonly place: string; readonly from: readonly string[] },
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
      waiting.push(next)
    }
  }
  return seen.size
}
