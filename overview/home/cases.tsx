import { sought } from '../../platform/db/index.ts'
import { page, type Reply, type Visit } from '../../platform/http/index.ts'
import {
  afterOf,
  afterText,
  countByState,
  handedLink,
  listed,
  listOrders,
  listStates,
  type Listed,
} from '../../stages/problem/index.ts'
import { owedInCases } from '../owed/owed.ts'
import { caseLines } from './case-line.ts'
import { homeWords } from './messages/words.ts'
import { CasesPage, type CaseRow } from './pages/cases-page.tsx'

const perPage = 12
const mostLetters = 200

/** Every problem of the place: narrowed by words and state, in an order nobody can shout oneself up in. */
export async function casesPage(visit: Visit<'cases'>): Promise<Reply> {
  const { read, query } = visit
  const words = (query.get('q') ?? '').trim().slice(0, mostLetters)
  const state = listStates.find((one) => one === query.get('state')) ?? null
  const order = listOrders.find((one) => one === query.get('order')) ?? 'newest'
  const after = afterOf(query.get('after'))
  const [found, counts, handed] = await Promise.all([
    listed(read, {
      // One more than is shown: whether there are more.
      limit: perPage + 1,
      order,
      state,
      after,
      words: words === '' ? null : sought(words, visit.jurisdiction.languages),
    }),
    countByState(read),
    handedLink(visit),
  ])
  const here = found.slice(0, perPage)
  const say = homeWords.say(visit.lang)
  const last = here.at(-1)
  const to = (beyond: string): string => {
    const asked = Object.entries({
      q: words,
      state: state ?? '',
      order: order === 'newest' ? '' : order,
      after: beyond,
    })
    const search = new URLSearchParams(asked.filter(([, value]) => value !== '')).toString()
    return search === '' ? visit.to('cases') : `${visit.to('cases')}?${search}`
  }
  return page({
    title: say('cases.title'),
    isWide: true,
    body: (
      <CasesPage
        reader={visit}
        say={say}
        place={visit.jurisdiction.name}
        isTold={visit.jurisdiction.isTold}
        rows={await rowsOf(visit, here)}
        asked={{ words, state, order }}
        counts={counts}
        handed={handed}
        first={after === null ? null : to('')}
        more={last && found.length > perPage ? to(afterText(last, order)) : null}
      />
    ),
  })
}

/** Of what somebody leads each stage is asked where it stands; of what only collects, its own row says it. */
async function rowsOf(visit: Visit, here: readonly Listed[]): Promise<readonly CaseRow[]> {
  const led = here.filter(({ state, isLed }) => isLed || state === 'mandate')
  const lines = await caseLines(
    visit,
    led.map(({ problem }) => problem),
    await owedInCases(
      visit,
      led.map(({ problem }) => problem.id),
    ),
  )
  const bySlug = new Map(lines.map((line) => [line.slug, line]))
  return here.map((one) => ({ ...one, line: bySlug.get(one.problem.slug) ?? null }))
}
