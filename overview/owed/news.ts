import type { JsonObject } from '@folkmoot/basics/json.ts'
import type { Visit } from '../../platform/http/index.ts'
import { entries, type Entry } from '../../platform/ledger/index.ts'
import { casesOf, commitmentsOf } from '../../stages/delivery/index.ts'
import { problemNames } from '../../stages/problem/index.ts'
import { isFiltered, type OwedFilter } from './filter.ts'
import { owedWords } from './messages/words.ts'

/** What happened to what is owed, from the public record: its entries never change, so neither do those of the feed. */
export type OwedNews = {
  readonly id: string
  readonly title: string
  readonly at: Temporal.Instant
  readonly path: string
}

const kinds = [
  'decision.handed-over',
  'decision.answered',
  'decision.closed',
  'delivery.committed',
  'delivery.reported',
  'delivery.milestone-reached',
  'delivery.fell-late',
  'delivery.reopened',
  'delivery.reopening-answered',
] as const
type Kind = (typeof kinds)[number]

const most = 50
// Of one politician only some of what happens in her cases is hers.
const mostLookedAt = 400

export async function owedNews(visit: Visit, filter: OwedFilter): Promise<readonly OwedNews[]> {
  const problems = isFiltered(filter)
    ? await casesOf(visit.read, { body: filter.body?.id ?? null, person: filter.person?.id ?? null })
    : undefined
  const found = await entries(visit.read, {
    kinds,
    ...(problems === undefined ? {} : { problems }),
    asOf: visit.now,
    limit: filter.person ? mostLookedAt : most,
  })
  const cases = [...new Set(found.flatMap(({ problem }) => problem ?? []))]
  const [names, commitments] = await Promise.all([
    problemNames(visit.read, cases),
    Promise.all(cases.map((problem) => commitmentsOf(visit.read, problem))),
  ])
  const promised = new Map(commitments.flat().map((one) => [`${one.problem} ${one.number}`, one]))
  return found
    .flatMap((entry): readonly OwedNews[] => {
      const problem = entry.problem && names.get(entry.problem)
      if (!entry.problem || !problem) return []
      const said = entry.public as JsonObject // the record holds objects only
      const number = typeof said['number'] === 'number' ? said['number'] : 0
      const promise = promised.get(`${entry.problem} ${number}`)
      if (filter.person && !isHers(entry, { said, owner: promise?.owner ?? null, person: filter.person.id })) return []
      const isPromise = entry.kind.startsWith('delivery.')
      const path = isPromise
        ? visit.to('delivery.commitment', { problem: problem.slug, number })
        : visit.to('decision.page', { problem: problem.slug })
      const what = happening(visit, entry.kind as Kind, { said, number, title: promise?.title ?? '' }) // asked for by kind
      return [{ id: entry.leafHash.toString('hex'), title: `${what} – ${problem.question}`, at: entry.at, path }]
    })
    .slice(0, most)
}

type Hers = { readonly said: JsonObject; readonly owner: string | null; readonly person: string }

function isHers({ kind }: Entry, { said, owner, person }: Hers): boolean {
  return kind === 'decision.answered' ? said['person'] === person : kind.startsWith('delivery.') && owner === person
}

type Said = { readonly said: JsonObject; readonly number: number; readonly title: string }

function happening(visit: Visit, kind: Kind, { said, number, title }: Said): string {
  const say = owedWords.say(visit.lang)
  switch (kind) {
    case 'decision.handed-over':
      return say('feed.handed-over', { count: Number(said['recommendations'] ?? 0) })
    case 'decision.answered':
      return say('feed.answered', { number })
    case 'decision.closed':
      return say('feed.closed')
    case 'delivery.committed':
      return say('feed.committed', { title })
    case 'delivery.milestone-reached':
      return say('feed.milestone', { title })
    case 'delivery.fell-late':
      return say('feed.fell-late', { title })
    case 'delivery.reopened':
      return say('feed.reopened', { title })
    case 'delivery.reopening-answered':
      return say(said['standing'] === 'promised' ? 'feed.goes-on' : 'feed.stays-closed', { title })
    case 'delivery.reported':
      return say(reportedKeys.get(said['standing']) ?? 'feed.reported', { title })
  }
}

const reportedKeys: ReadonlyMap<unknown, 'feed.late' | 'feed.kept' | 'feed.dropped'> = new Map([
  ['late', 'feed.late'],
  ['kept', 'feed.kept'],
  ['dropped', 'feed.dropped'],
])
