import { bodies, todayIn } from '../../../platform/directory/index.ts'
import { file, notFound, page, type Reply, type Visit } from '../../../platform/http/index.ts'
import { mandateWords } from '../messages/words.ts'
import type { MandateWriter } from '../pages/lines.ts'
import { crumbsTo, findCase, writerOf, type AtProblem } from '../show.tsx'
import { ComparePage } from './pages/compare-page.tsx'
import { MandatesPage } from './pages/mandates-page.tsx'
import { columnsOf, csvOf, rowsOf } from './rows.ts'
import { decidedMandates } from './store.ts'

/** Two versions, word by word; where none is chosen, the last two. */
export async function comparePage(visit: AtProblem): Promise<Reply> {
  const found = await findCase(visit)
  if (!found) return notFound()
  const { problem, all } = found
  const chosen = (name: string, at: number) =>
    all.find(({ version }) => String(version) === visit.query.get(name)) ?? all[at]
  const [after, before] = [chosen('to', 0), chosen('from', 1)]
  const writer = writerOf(visit, found)
  return page({
    title: writer.say('compare.title'),
    crumbs: crumbsTo(visit, problem, writer.say),
    body: <ComparePage {...writer} {...{ problem, all, before, after }} />,
  })
}

async function writerIn(visit: Visit): Promise<MandateWriter> {
  const names = new Map((await bodies(visit.read)).map((body) => [body.id, body.name]))
  return { reader: visit, say: mandateWords.say(visit.lang), bodyName: (id) => (id && names.get(id)) ?? '' }
}

export async function mandatesPage(visit: Visit): Promise<Reply> {
  const writer = await writerIn(visit)
  const all = await decidedMandates(visit.read)
  return page({
    title: writer.say('mandates.title'),
    isWide: true,
    body: (
      <MandatesPage
        {...writer}
        rows={rowsOf(writer, all, todayIn(visit.jurisdiction, visit.now))}
        columns={columnsOf(writer.say)}
      />
    ),
  })
}

export async function mandatesTable(visit: Visit): Promise<Reply> {
  return file({
    body: csvOf(await decidedMandates(visit.read)),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: `mandates-${visit.jurisdiction.slug}.csv`,
  })
}
