import type { Id } from '@folkmoot/basics/ids.ts'
import { sought } from '../../platform/db/index.ts'
import { politicians, todayIn } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { searchAnswers } from '../../stages/decision/index.ts'
import { searchCommitments } from '../../stages/delivery/index.ts'
import { searchIdeas, searchRecommendations } from '../../stages/draft/index.ts'
import { searchQuestions } from '../../stages/inquiry/index.ts'
import { searchMeetings } from '../../stages/meeting/index.ts'
import { searchStatements } from '../../stages/opinion/index.ts'
import { problemNames, searchProblems, type NamedProblem } from '../../stages/problem/index.ts'
import type { SaySearch } from './messages/words.ts'
import type { Found, FoundGroup, FoundKind, FoundLine } from './pages/search-page.tsx'

/** So many of a kind are looked at; what lies beyond is for narrower words. */
const mostHits = 100
const mostShown = 10
const longestTitle = 160

type Hit = {
  readonly id: Id
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
  /** Of an answer the body has not carried yet. */
  readonly isProposed?: boolean
}
type Places = { readonly [kind in Exclude<FoundKind, 'cases' | 'people'>]: readonly Hit[] }

/** One bounded question to each stage, in the words of the place's languages. */
export async function find(visit: Visit<'search'>, words: string, say: SaySearch): Promise<Found> {
  const { read } = visit
  const wanted = sought(words, visit.jurisdiction.languages)
  const [cases, people, recommendations, answers, commitments, ideas, statements, questions, meetings] =
    await Promise.all([
      searchProblems(read, wanted, mostHits),
      findPeople(visit, words),
      searchRecommendations(read, wanted, mostHits),
      searchAnswers(read, wanted, mostHits),
      searchCommitments(read, wanted, mostHits),
      searchIdeas(read, wanted, mostHits),
      searchStatements(read, wanted, mostHits),
      searchQuestions(read, wanted, mostHits),
      searchMeetings(read, wanted, mostHits),
    ])
  const places: Places = { recommendations, answers, commitments, ideas, statements, questions, meetings }
  const inCases = Object.values(places).flat()
  const problemIds = [...new Set([...cases.map(({ id }) => id), ...inCases.map(({ problem }) => problem)])]
  const [byId, hidden] = await Promise.all([
    problemNames(read, problemIds),
    hiddenAmong(read, [...problemIds, ...inCases.map(({ id }) => id)]),
  ])
  const linesOf = (kind: keyof Places): readonly FoundLine[] =>
    places[kind].flatMap((hit) => {
      const problem = byId.get(hit.problem)
      return problem && !hidden.has(hit.id) ? [lineOf(visit, say, { kind, hit, problem })] : []
    })
  return [
    groupOf(
      'cases',
      cases.flatMap(({ id, piece }) => {
        const problem = byId.get(id)
        if (!problem || hidden.has(id)) return []
        return [{ title: problem.question, href: visit.to('journey', { problem: problem.slug }), piece, of: '' }]
      }),
      cases.length === mostHits,
    ),
    groupOf('people', people, false),
    ...(Object.keys(places) as (keyof Places)[]) // its own keys
      .map((kind) => groupOf(kind, linesOf(kind), places[kind].length === mostHits)),
  ]
}

function groupOf(kind: FoundKind, lines: readonly FoundLine[], isOpenEnded: boolean): FoundGroup {
  return { kind, lines: lines.slice(0, mostShown), more: Math.max(0, lines.length - mostShown), isOpenEnded }
}

type InCase = { readonly kind: keyof Places; readonly hit: Hit; readonly problem: NamedProblem }

function lineOf(visit: Visit<'search'>, say: SaySearch, { kind, hit, problem }: InCase): FoundLine {
  const { number } = hit
  const at = { problem: problem.slug, number }
  const title = shortened(hit.title)
  const of = say('of', { question: problem.question })
  // A piece that only says the title again says nothing.
  const piece = hit.title.startsWith(hit.piece) ? '' : hit.piece
  switch (kind) {
    case 'recommendations':
      return { title: say('recommendation', { number, title }), href: visit.to('draft.recommendation', at), piece, of }
    case 'answers':
      return {
        title: say(hit.isProposed ? 'proposed-answer' : 'answer', { number, title }),
        href: visit.to('decision.recommendation', at),
        piece,
        of,
      }
    case 'commitments':
      return { title, href: visit.to('delivery.commitment', at), piece, of }
    case 'ideas':
      return { title, href: visit.to('draft.idea', at), piece, of }
    case 'statements':
      return { title, href: visit.to('opinion.statement', at), piece, of }
    case 'questions':
      return { title, href: visit.to('inquiry.question', at), piece, of }
    case 'meetings':
      return { title, href: visit.to('meeting.page', at), piece, of }
  }
}

async function findPeople(visit: Visit<'search'>, words: string): Promise<readonly FoundLine[]> {
  const seated = await politicians(visit.read, todayIn(visit.jurisdiction, visit.now))
  return seated
    .filter((one) => matches(`${one.name} ${one.party ?? ''}`, words))
    .map((one) => ({
      title: one.name,
      href: visit.to('person', { person: one.slug }),
      piece: '',
      of: [one.role, one.party].filter(Boolean).join(' · '),
    }))
}

/** Every word occurs somewhere, whatever its case. */
function matches(text: string, words: string): boolean {
  const low = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => low.includes(word))
}

/** The beginning, cut at a word. */
function shortened(text: string): string {
  if (text.length <= longestTitle) return text
  return `${text.slice(0, longestTitle).replace(/\s+\S*$/u, '')} …`
}
