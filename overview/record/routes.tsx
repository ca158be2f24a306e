import { anyone } from '@folkmoot/basics/actor.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { file, notFound, page, route, type Crumb, type Route, type Visit } from '../../platform/http/index.ts'
import { entries, leafBytes, type Entry } from '../../platform/ledger/index.ts'
import { problemBySlug, problemCrumbs, problemsById, type Problem } from '../../stages/problem/index.ts'
import { atomFeed } from './feed.ts'
import { recordWords } from './messages/words.ts'
import { RecordPage, type RecordLine } from './pages/record-page.tsx'
import { factSentences, happeningOf } from './sentences.ts'

const perPage = 50
// Deeper pages would make one reader expensive for all; the whole record comes with the log of a later issue.
const mostPages = 400

export const recordRoutes: readonly Route[] = [
  route('record', { allowed: anyone, records: 'nothing' }, (visit) => recordPage(visit, null)),

  route('journey.record', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    return problem ? recordPage(visit, problem) : notFound()
  }),

  route('feed', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const said = await entries(visit.read, { limit: perPage, isSaid: true })
    const newest = said.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
    const problems = await problemsOf(visit, newest)
    return file({
      mediaType: 'application/atom+xml; charset=utf-8',
      body: atomFeed({
        lang: visit.lang,
        title: `${visit.jurisdiction.name}: ${recordWords.say(visit.lang)('title')}`,
        self: `${visit.origin}${visit.to('feed')}`,
        home: `${visit.origin}${visit.to('home')}`,
        now: visit.now,
        items: newest.map((entry) => {
          const problem = entry.problem ? problems.get(entry.problem) : undefined
          return {
            id: entry.leafHash.toString('hex'),
            title: [happeningOf(entry.kind), problem?.question ?? ''].filter(Boolean).join(' – '),
            at: entry.at,
            link: `${visit.origin}${problem ? visit.to('journey', { problem: problem.slug }) : visit.to('record')}`,
          }
        }),
      }),
    })
  }),
]

async function recordPage(visit: Visit<'record'>, problem: Problem | null) {
  const say = recordWords.say(visit.lang)
  const number = pageNumber(visit.query.get('page'))
  const scope = problem ? { problem: problem.id } : {}
  const found = await entries(visit.read, {
    ...scope,
    asOf: visit.now,
    limit: perPage + 1,
    skip: perPage * (number - 1),
  })
  const shown = found.slice(0, perPage)
  const problems = await problemsOf(visit, shown)
  const here = problem ? visit.to('journey.record', { problem: problem.slug }) : visit.to('record')
  const crumbs: readonly Crumb[] = problem ? problemCrumbs(visit, problem) : []
  return page({
    title: problem ? say('case-title') : say('title'),
    crumbs,
    isWide: true,
    body: (
      <RecordPage
        say={say}
        isCase={problem !== null}
        lines={shown.map((entry) => lineOf(visit, entry, problems))}
        kinds={number === 1 && !problem ? Object.entries(factSentences) : []}
        feed={visit.to('feed')}
        newer={number > 1 ? here : null}
        older={found.length > perPage && number < mostPages ? `${here}?page=${number + 1}` : null}
      />
    ),
  })
}

function pageNumber(text: string | null): number {
  const number = Number(text ?? 1)
  return Number.isInteger(number) && number >= 1 && number <= mostPages ? number : 1
}

async function problemsOf(visit: Visit<'record'>, list: readonly Entry[]) {
  const ids = new Set(list.flatMap((entry) => entry.problem ?? []))
  return new Map((await problemsById(visit.read, [...ids])).map((one) => [one.id, one]))
}

/** A told entry names the day it tells of, which is never the day it was recorded. */
function toldOfLine(visit: Visit<'record'>, pub: JsonObject): string {
  if (!('toldOf' in pub)) return ''
  const say = recordWords.say(visit.lang)
  const { toldOf } = pub
  if (typeof toldOf !== 'string') return say('told-of-unknown')
  return say('told-of', { day: visit.time.day(Temporal.PlainDate.from(toldOf)) })
}

function lineOf(visit: Visit<'record'>, entry: Entry, problems: ReadonlyMap<Problem['id'], Problem>): RecordLine {
  const problem = entry.problem ? problems.get(entry.problem) : undefined
  const { kind, at, commitment } = entry
  const pub = entry.public as JsonObject // the record holds objects only
  return {
    when: `${visit.time.day(at)}, ${visit.time.hour(at)}`,
    toldOf: toldOfLine(visit, pub),
    kind,
    what: happeningOf(kind),
    case: problem ? { text: problem.question, href: visit.to('journey', { problem: problem.slug }) } : null,
    public: Object.entries(pub).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
    seal: entry.leafHash.toString('hex'),
    bytes: leafBytes({ kind, problem: entry.problem, at, public: pub, commitment }).toString(),
  }
}
