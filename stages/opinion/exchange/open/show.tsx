import { createHash } from 'node:crypto'
import { href } from '@folkmoot/basics/addresses.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { file, notFound, page, refused, type Reply, type Visit } from '../../../../platform/http/index.ts'
import { Said } from '../../../../ui/index.ts'
import { crumbsOf } from '../../crumbs.ts'
import { mapOf, publishedOf } from '../../map/store.ts'
import { resultsIn } from '../../results.ts'
import { voterCount, type Consultation } from '../../store.ts'
import { viewOf, type View } from '../../view.ts'
import { openFile, openFiles, type OpenFile, type Shown } from './files.ts'
import { openDataWords } from './messages/words.ts'
import { DataPage } from './pages/data-page.tsx'

type DataVisit =
  | Visit<'opinion.data'>
  | Visit<'opinion.data-summary'>
  | Visit<'opinion.data-comments'>
  | Visit<'opinion.data-groups'>

type Voting = View & { readonly consultation: Consultation }

/** What is in the files, how to read them, and what is in none. */
export async function dataPage(visit: Visit<'opinion.data'>): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation || view.consultation.isHearing) return notFound()
  const { problem, consultation } = view
  const say = openDataWords.say(visit.lang)
  const isClosed = consultation.closedAt !== null
  const [shown, map] = await Promise.all([
    isClosed ? shownOf(visit, { ...view, consultation }) : null,
    isClosed ? mapOf(visit.read, consultation.id) : undefined,
  ])
  return page({
    title: say('page.title'),
    crumbs: crumbsOf(visit, problem),
    body: (
      <DataPage
        reader={visit}
        say={say}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        closesAt={consultation.closesAt}
        files={
          shown &&
          openFiles.map((name) => ({ name, hash: createHash('sha256').update(openFile(name, shown)).digest('hex') }))
        }
        map={map?.isFinal ? map.outputHash : null}
        votes={consultation.inputHash}
      />
    ),
  })
}

export async function dataFile(visit: DataVisit, name: OpenFile): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation || view.consultation.isHearing) return notFound()
  const { problem, consultation } = view
  if (consultation.closedAt === null) return refused(openDataWords.say(visit.lang)('refused.still-open'), 409)
  return file({
    body: openFile(name, await shownOf(visit, { ...view, consultation })),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: `${problem.slug}-${name}`,
  })
}

async function shownOf(visit: DataVisit, { problem, consultation, hidden }: Voting): Promise<Shown> {
  const { languages, slug: place } = visit.jurisdiction
  const [results, voters, map] = await Promise.all([
    resultsIn(visit.read, consultation.id),
    voterCount(visit.read, consultation.id),
    mapOf(visit.read, consultation.id),
  ])
  // The same file, and the same fingerprint, in whatever language it is asked for.
  const at = { lang: languages[0] ?? 'en', jurisdiction: place, problem: problem.slug }
  return {
    topic: problem.question,
    url: consultation.source ?? `${visit.origin}${href('opinion.results', at)}`,
    description: problem.whatHappens,
    voters: voters < leastInGroup ? null : voters,
    statements: results
      .filter(({ statement }) => !hidden.has(statement.id))
      .map(({ statement, published }) => ({
        number: statement.number,
        text: statement.text,
        day: statement.writtenAt.toZonedDateTimeISO(visit.jurisdiction.timeZone).toPlainDate(),
        published,
      })),
    map: map?.isFinal ? publishedOf(map) : null,
  }
}
