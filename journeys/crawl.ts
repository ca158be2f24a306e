import { addresses, methodOf, pathOf, type Address } from '@folkmoot/basics/addresses.ts'

/** A page somebody can come to by links alone. */
export type Met = {
  readonly at: Address
  readonly path: string
  readonly status: number
  readonly to: string | null
  readonly html: string
  readonly from: string
}

type Cookie = { readonly name: string; readonly value: string } | null

type Start = { readonly origin: string; readonly home: string; readonly cookie: Cookie }

/** As many pages of one address and one case as are opened: the rest look alike. */
const mostAlike = 2

/** Follows every link from the home page of a place, as one person, and says what was met. */
export async function crawl({ origin, home, cookie }: Start): Promise<readonly Met[]> {
  const headers: Record<string, string> = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}
  const queue: { readonly path: string; readonly from: string }[] = [{ path: home, from: '' }]
  const known = new Set([home])
  const alike = new Map<string, number>()
  const met: Met[] = []
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, from } = next
    const at = addressOf(path)
    if (!at) throw new Error(`${from} links to ${path}, which is no address`)
    const kind = `${at} ${/\/problems\/([^/?]+)/.exec(path)?.[1] ?? ''}`
    const count = alike.get(kind) ?? 0
    if (count >= mostAlike) continue
    alike.set(kind, count + 1)
    const response = await fetch(`${origin}${path}`, { headers, redirect: 'manual' })
    const html = response.headers.get('content-type')?.includes('html') ? await response.text() : ''
    met.push({ at, path, from, status: response.status, to: response.headers.get('location'), html })
    for (const link of linksOf(html, origin, path)) {
      if (known.has(link) || !isHere(link, home)) continue
      known.add(link)
      queue.push({ path: link, from: path })
    }
  }
  return met
}

function linksOf(html: string, origin: string, path: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), `${origin}${path}`)
    return url.origin === origin ? [`${url.pathname}${url.search}`] : []
  })
}

/** In this language and place; the other language has the same pages. */
function isHere(path: string, home: string): boolean {
  return path === home || path.startsWith(`${home}/`) || path.startsWith(`${home}?`)
}

const shapes = (Object.keys(addresses) as readonly Address[])
  .filter((at) => methodOf(at) === 'GET')
  .map((at) => ({
    at,
    fits: new RegExp(
      `^${pathOf(at)
        .replaceAll('.', '\\.')
        .replace(/:[a-z]+/g, '[^/]+')}$`,
    ),
    parameters: pathOf(at).split(':').length,
    path: pathOf(at),
  }))
  .sort((a, b) => a.parameters - b.parameters || b.path.length - a.path.length)

/** The address a path belongs to; the one with fewer parameters when two fit. */
export function addressOf(path: string): Address | undefined {
  const [plain = ''] = path.split('?')
  return shapes.find(({ fits }) => fits.test(plain))?.at
}
