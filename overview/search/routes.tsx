import { anyone } from '@folkmoot/basics/actor.ts'
import { politicians, todayIn } from '../../platform/directory/index.ts'
import { page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { recommendationsOf } from '../../stages/draft/index.ts'
import { listProblems, searchProblems } from '../../stages/problem/index.ts'
import { searchWords } from './messages/words.ts'
import { SearchPage, type Found } from './pages/search-page.tsx'

export const searchRoutes: readonly Route[] = [
  route('search', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const say = searchWords.say(visit.lang)
    const words = (visit.query.get('q') ?? '').trim().slice(0, mostLetters)
    const found = words === '' ? null : await find(visit, words)
    return page({
      title: say('title'),
      body: (
        <SearchPage
          say={say}
          place={visit.jurisdiction.name}
          words={words}
          found={found}
          to={{ search: visit.to('search'), cases: visit.to('cases') }}
        />
      ),
    })
  }),
]

const mostLetters = 200

async function find(visit: Visit<'search'>, words: string): Promise<Found> {
  const [cases, people, recommendations] = await Promise.all([
    findCases(visit, words),
    findPeople(visit, words),
    findRecommendations(visit, words),
  ])
  return { cases, people, recommendations }
}

async function findCases(visit: Visit<'search'>, words: string) {
  const problems = await searchProblems(visit.read, words)
  const hidden = await hiddenAmong(
    visit.read,
    problems.map((one) => one.id),
  )
  return problems
    .filter((one) => !hidden.has(one.id))
    .map((one) => ({ title: one.question, href: visit.to('journey', { problem: one.slug }), line: '' }))
}

async function findPeople(visit: Visit<'search'>, words: string) {
  const seated = await politicians(visit.read, todayIn(visit.jurisdiction, visit.now))
  return seated
    .filter((one) => matches(`${one.name} ${one.party ?? ''}`, words))
    .map((one) => ({
      title: one.name,
      href: visit.to('person', { person: one.slug }),
      line: [one.role, one.party].filter(Boolean).join(' · '),
    }))
}

/** The newest cases only: a search over all texts is a later issue. */
const mostCases = 40

async function findRecommendations(visit: Visit<'search'>, words: string) {
  const say = searchWords.say(visit.lang)
  const problems = await listProblems(visit.read, { limit: mostCases })
  const perCase = await Promise.all(
    problems.map(async (problem) => {
      const all = await recommendationsOf(visit.read, problem.id)
      return all
        .filter((one) => matches(`${one.title} ${one.text}`, words))
        .map((one) => ({
          id: one.id,
          title: say('recommendation', { number: one.number, title: one.title }),
          href: visit.to('draft.recommendation', { problem: problem.slug, number: one.number }),
          line: say('of', { question: problem.question }),
        }))
    }),
  )
  const found = perCase.flat()
  const hidden = await hiddenAmong(
    visit.read,
    found.map((one) => one.id),
  )
  return found.filter((one) => !hidden.has(one.id))
}

/** Every word occurs somewhere, whatever its case. */
function matches(text: string, words: string): boolean {
  const low = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word))
}
