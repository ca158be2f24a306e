import type { Id } from '@folkmoot/basics/ids.ts'
import { sought, type Read, type Sought } from '../../platform/db/index.ts'
import { politicians, todayIn } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { searchGroups } from '../../stages/arena/index.ts'
import { searchAnswers } from '../../stages/decision/index.ts'
import { searchCommitments } from '../../stages/delivery/index.ts'
import { searchIdeas, searchRecommendations } from '../../stages/draft/index.ts'
import { searchFacts, searchNotes, searchQuestions } from '../../stages/inquiry/index.ts'
import { searchEvents, searchMeetings, searchPoints } from '../../stages/meeting/index.ts'
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
  /** Of a point of an agenda: the number of its meeting. */
  readonly meeting?: number
}
type KindInCase = Exclude<FoundKind, 'cases' | 'people'>
type Places = { readonly [kind in KindInCase]: readonly Hit[] }

/** What is found in a case, in the order it is shown, each by the door of its stage. */
const searches: {
  readonly [kind in KindInCase]: (read: Read, words: Sought, limit: number) => Promise<readonly Hit[]>
} = {
  recommendations: searchRecommendations,
  answers: searchAnswers,
  commitments: searchCommitments,
  ideas: searchIdeas,
  statements: searchStatements,
  questions: searchQuestions,
  facts: searchFacts,
  notes: searchNotes,
  meetings: searchMeetings,
  points: searchPoints,
  events: searchEvents,
  groups: searchGroups,
}
const kinds = Object.keys(searches) as readonly KindInCase[] // its own keys

/** One bounded question to each stage, in the words of the place's languages. */
export async function find(visit: Visit<'search'>, words: string, say: SaySearch): Promise<Found> {
  const { read } = visit
  const wanted = sought(words, visit.jurisdiction.languages)
  const [cases, people, ...found] = await Promise.all([
    searchProblems(read, wanted, mostHits),
    findPeople(visit, words),
    ...kinds.map(async (kind) => [kind, await searches[kind](read, wanted, mostHits)] as const),
  ])
  const places: Places = Object.fromEntries(found) as Places // one for each kind
  const inCases = Object.values(places).flat()
  const problemIds = [...new Set([...cases.map(({ id }) => id), ...inCases.map(({ problem }) => problem)])]
  const [byId, hidden] = await Promise.all([
    problemNames(read, problemIds),
    hiddenAmong(read, [...problemIds, ...inCases.map(({ id }) => id)]),
  ])
  const linesOf = (kind: KindInCase): readonly FoundLine[] =>
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
    ...kinds.map((kind) => groupOf(kind, linesOf(kind), places[kind].length === mostHits)),
  ]
}

function groupOf(kind: FoundKind, lines: readonly FoundLine[], isOpenEnded: boolean): FoundGroup {
  return { kind, lines: lines.slice(0, mostShown), more: Math.max(0, lines.length - mostShown), isOpenEnded }
}

type InCase = { readonly kind: KindInCase; readonly hit: Hit; readonly problem: NamedProblem }

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
    case 'facts':
      return { title, href: visit.to('inquiry.ordered', at), piece, of }
    case 'notes':
      return { title, href: `${visit.to('inquiry.notes', at)}#note-${number}`, piece, of }
    case 'meetings':
      return { title, href: visit.to('meeting.page', at), piece, of }
    case 'points':
      return {
        title,
        href: `${visit.to('meeting.page', { ...at, number: hit.meeting ?? 0 })}#item-${number}`,
        piece,
        of,
      }
    case 'events':
      return { title, href: visit.to('meeting.event', at), piece, of }
    case 'groups':
      return { title, href: visit.to('arena.group', at), piece, of }
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
