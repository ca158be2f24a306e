import { anyOne, enoughOfAKind, readLinked } from './testing-crawl.ts'
import { postedForms } from './testing-forms.ts'
import { formsUnseen, type FormFound } from './testing-row-forms.ts'
import type { Browser } from './testing.ts'

/** Enough to send a form to: the cases differ in how far they are. */
const mostPlaces = 6

type Asking = {
  readonly place: string
  readonly browsers: ReadonlyMap<string, Browser>
  /** On one page of each kind alone. */
  readonly isShort: boolean
}

/** Every form that somebody is shown, as the first of the readers sees it who sees one; and one for each row nobody is shown one for. */
export async function findForms({ place, browsers, isShort }: Asking): Promise<readonly FormFound[]> {
  // All at once: a database answers several.
  const all = (
    await Promise.all([...browsers].map(([who, browser]) => formsSeenBy(who, browser, { place, isShort })))
  ).flat()
  const seen = Object.entries(Object.groupBy(all, ({ key }) => key)).map(([key, same = []]) => {
    const who = same[0]?.who ?? ''
    return {
      key,
      who,
      forms: same
        .filter((one) => one.who === who)
        .flatMap(({ forms }) => forms)
        .slice(0, mostPlaces),
    }
  })
  const problems = seen.flatMap(({ forms }) =>
    forms.flatMap(({ path }) => /^\/problems\/([^/]+)\//.exec(path)?.[1] ?? []),
  )
  const asking = { browsers, home: `/en/${place}`, problems: [...new Set(problems)].slice(0, mostPlaces), seen }
  return [...seen, ...(await formsUnseen(asking))].toSorted((a, b) => Number(endsIn(a)) - Number(endsIn(b)))
}

async function formsSeenBy(
  who: string,
  browser: Browser,
  { place, isShort }: Omit<Asking, 'browsers'>,
): Promise<readonly FormFound[]> {
  const found: FormFound[] = []
  const isEnough = enoughOfAKind(isShort ? 1 : Infinity)
  await readLinked(browser, { place, from: [], isEnough }, (_, { html }) => {
    for (const form of postedForms(html, `/en/${place}`)) {
      const names = Object.keys({ ...form.sends, ...form.boxes }).map((name) => name.replace(/\d+/g, ''))
      found.push({ key: `${anyOne(form.path)} ${[...new Set(names)].toSorted().join(' ')}`, who, forms: [form] })
    }
  })
  return found
}

/** What ends something, or signs her out, comes last: until then there is something left to write in. */
const endsIn = ({ forms }: FormFound): boolean =>
  /withdraw|leave|merge|close|stop|cancel|sign-out|keys|undo/.test(forms[0]?.path ?? '')
