import { glob, readFile } from 'node:fs/promises'
import { methodOf, pathOf } from '@folkmoot/basics/addresses.ts'
import type { Route } from '../platform/http/index.ts'
import { routes } from './router.ts'
import { postedForms, type FormSeen } from './testing-forms.ts'
import type { Browser } from './testing.ts'

/** A form with who sends it; the same form of several cases is one, with several places to send it. */
export type FormFound = { readonly key: string; readonly who: string; readonly forms: readonly FormSeen[] }

const writing = routes.filter(({ at }) => methodOf(at) === 'POST')

const patterns = writing
  .map((route) => {
    const path = pathOf(route.at).replace('/:lang/:jurisdiction', '')
    return { route, pattern: new RegExp(`^${path.replace(/:[a-z]+/g, '[^/]+')}$`), holes: path.split(':').length }
  })
  .toSorted((a, b) => a.holes - b.holes)

/** The row of the table that takes what is posted to this path. */
export function rowOf(path: string): Route | undefined {
  const plain = path.replace(/\?.*$/s, '')
  return patterns.find(({ pattern }) => pattern.test(plain))?.route
}

type Asking = {
  readonly browsers: ReadonlyMap<string, Browser>
  readonly home: string
  readonly problems: readonly string[]
  readonly seen: readonly FormFound[]
}

/**
 * A form for each row whose own no page shows in this town: the one that comes back when nothing is sent, or else one with every name
 * a form of its stage asks for.
 */
export async function formsUnseen({ browsers, home, problems, seen }: Asking): Promise<readonly FormFound[]> {
  const known = new Set(seen.flatMap(({ forms }) => forms.map(({ path }) => rowOf(path)?.at)))
  const found: FormFound[] = []
  for (const route of writing) {
    if (known.has(route.at)) continue
    const paths = problems.map((problem) => pathIn(route, problem))
    const { who, html } = await whoMay(browsers, paths[0] ?? '')
    const back = postedForms(html, home).filter(({ path }) => rowOf(path)?.at === route.at)
    const texts = (await namesNear(route)).map((name) => ({
      name,
      value: '',
      mostLetters: null,
      wants: 'words' as const,
    }))
    const guessed = { boxes: {}, offers: {}, files: [], sends: {}, texts }
    const forms = [...back, ...[...new Set(paths)].map((path) => ({ ...(back[0] ?? guessed), path }))]
    found.push({ key: route.at, who, forms })
  }
  return found
}

function pathIn(route: Route, problem: string): string {
  return pathOf(route.at)
    .replace('/:lang/:jurisdiction', '')
    .replace(/:([a-z]+)/g, (_, name: string) => (name === 'problem' ? problem : '1'))
}

/** The first who is not sent away at the door, and the page she gets for nothing. */
async function whoMay(
  browsers: Asking['browsers'],
  path: string,
): Promise<{ readonly who: string; readonly html: string }> {
  for (const [who, browser] of browsers) {
    const { status, html } = await browser.post(path)
    if (status !== 403) return { who, html }
  }
  return { who: [...browsers.keys()][0] ?? '', html: '' }
}

const namesIn = new Map<string, readonly string[]>()

/** Every name that a form of the same part of the house asks for. */
async function namesNear({ at }: Route): Promise<readonly string[]> {
  const part = at.split('.')[0] ?? ''
  const known = namesIn.get(part)
  if (known) return known
  const names = new Set<string>()
  for await (const path of glob(`{stages,overview,platform,app}/${part}/**/*.{ts,tsx}`))
    for (const [, inside = ''] of (await readFile(path, 'utf8')).matchAll(/\bfields\(\{(.*?)\}\)/gs))
      for (const [, name = ''] of inside.matchAll(/(?:^|[\s,{])(\w+):\s*\w/g)) names.add(name)
  namesIn.set(part, [...names])
  return [...names]
}
