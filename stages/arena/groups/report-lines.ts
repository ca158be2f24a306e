import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { cardsOf, downstreamOfEach, upstream, type Card } from '../../../platform/thread/index.ts'
import { lineOf, linesOf } from './lines.ts'
import type { ReportLine } from './pages/props.ts'
import { reportsOf } from './report-store.ts'

/** The reports of a group, each with what it rests on and what came of it, as anyone may read it. */
export async function reportLines(visit: Visit, group: Id<'working-group'>): Promise<readonly ReportLine[]> {
  const reports = await reportsOf(visit.read, [group])
  const ids = reports.map(({ id }) => id)
  const [authors, behind, after] = await Promise.all([
    bylines(
      visit.read,
      reports.map(({ writtenBy }) => writtenBy),
    ),
    Promise.all(ids.map((id) => citedBy(visit, id))),
    downstreamOfEach(visit.read, ids),
  ])
  const later = (id: Id): readonly Thing[] => (after.get(id) ?? []).map(({ from }) => from)
  const things = [...behind.flat(), ...ids.flatMap(later)]
  const [cards, hidden] = await Promise.all([
    cardsOf(visit.read, things),
    hiddenAmong(visit.read, [...ids, ...things.map(({ id }) => id)]),
  ])
  const readable = (of: readonly Thing[]): readonly Card[] =>
    [...new Set(of.map(({ id }) => id))].flatMap((id) => {
      const card = cards.get(id)
      return card && card.visibility === 'public' && !hidden.has(id) ? [card] : []
    })
  return reports.map((report, at) => ({
    report,
    stone: hidden.get(report.id),
    author: authors.get(report.writtenBy)?.name ?? '',
    rests: readable(behind[at] ?? []).map((card) => lineOf(visit, card)),
    became: linesOf(visit, readable(later(report.id))),
  }))
}

async function citedBy({ read }: Visit, id: Id<'group-report'>): Promise<readonly Thing[]> {
  const strands = await upstream(read, { kind: 'group-report', id })
  return strands.flatMap(({ relation, depth, to }) => (depth === 1 && relation === 'cites' ? [to] : []))
}
