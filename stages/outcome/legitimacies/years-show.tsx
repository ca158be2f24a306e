import { file, page, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemNames } from '../../problem/index.ts'
import { legitimaciesWords } from './messages/words.ts'
import { YearsPage } from './pages/years-page.tsx'
import { csvOf, type CaseOfYear } from './years.ts'
import { casesOfYears, yearsOfCases } from './years-store.ts'

/** So many years stand side by side; earlier ones are chosen. */
const yearsCompared = 5

/** All cases of the place: the year in the address with those before it, or the latest. */
export async function yearsPage(visit: Visit): Promise<Reply> {
  const say = legitimaciesWords.say(visit.lang)
  const all = await yearsOfCases(visit.read)
  const years = all.filter((year) => year !== null)
  const asked = Number(visit.query.get('year'))
  const year = years.find((one) => one === asked) ?? years[0] ?? null
  const shown = years.filter((one) => year !== null && one <= year).slice(0, yearsCompared)
  const [cases, running] = await Promise.all([
    year === null ? [] : casesOfYears(visit.read, { from: shown.at(-1) ?? year, to: year }),
    all.includes(null) ? casesOfYears(visit.read, null) : [],
  ])
  // Unless one was asked for, the latest year of which there is something to say.
  const told = shown.find((one) => one === asked) ?? shown.find((one) => hasFigures(cases, one)) ?? year
  const names = await problemNames(
    visit.read,
    [...cases.filter((one) => one.year === told), ...running].map(({ problem }) => problem),
  )
  return page({
    title: say('years.title'),
    isWide: true,
    body: <YearsPage reader={visit} {...{ say, year: told, years, shown, cases, running, names }} />,
  })
}

function hasFigures(cases: readonly CaseOfYear[], year: number): boolean {
  return cases.some((one) => one.year === year && one.computed !== null)
}

/** Everything there is, of all years: one line a figure of a case. */
export async function yearsTable(visit: Visit): Promise<Reply> {
  const [cases, running] = await Promise.all([
    casesOfYears(visit.read, { from: 0, to: 9999 }),
    casesOfYears(visit.read, null),
  ])
  return file({
    body: csvOf([...cases, ...running]),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: `legitimacies-${visit.jurisdiction.slug}.csv`,
  })
}
