import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { file, notFound, page, refused, type Reply, type Visit } from '../../../platform/http/index.ts'
import { Said } from '../../../ui/index.ts'
import { crowdPart } from '../../arena/index.ts'
import { repliesListPart } from '../../inquiry/index.ts'
import { crumbsOf } from '../crumbs.ts'
import { opinionWords } from '../messages/words.ts'
import { notYetOf } from '../pages/not-yet.ts'
import { politiciansOnMap } from '../positions/on-map.tsx'
import * as rules from '../rules.ts'
import { voterCount, type Consultation } from '../store.ts'
import { viewOf, type View } from '../view.ts'
import { lastMapOf, type ReadMap } from './last-map.ts'
import { mapWords } from './messages/words.ts'
import { ownPlaceOf, votesByNumber } from './own-place.ts'
import { MapPage, NoMapPage } from './pages/map-page.tsx'
import { mapOf } from './store.ts'

type MapVisit = Visit<'opinion.map'>

/** Shown by the same rule as the results: nobody is led by what others said. */
export async function mapPage(visit: MapVisit): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation || view.consultation.isHearing) return notFound()
  const { consultation, mine } = view
  const shows = rules.showsResults(consultation, { voted: mine.size })
  const map = shows === 'yes' ? await lastMapOf(visit.read, consultation.id) : undefined
  const say = mapWords.say(visit.lang)
  const { question, language } = view.problem
  return page({
    title: say('page.title'),
    crumbs: crumbsOf(visit, view.problem),
    isWide: true,
    body: map ? (
      await wholePage(visit, { ...view, consultation }, map)
    ) : (
      <NoMapPage
        say={say}
        question={<Said lang={language}>{question}</Said>}
        {...await whyNone(visit, { ...view, consultation }, shows)}
      />
    ),
  })
}

type Voting = View & { readonly consultation: Consultation }

async function wholePage(visit: MapVisit, view: Voting, map: ReadMap) {
  const { kept, published, axes } = map
  const { problem, statements, hidden, mine } = view
  return (
    <MapPage
      reader={visit}
      say={mapWords.say(visit.lang)}
      slug={problem.slug}
      question={<Said lang={problem.language}>{problem.question}</Said>}
      map={published}
      statements={
        new Map(
          statements
            .filter(({ id, isTakenOut }) => !isTakenOut && !hidden.has(id))
            .map((statement) => [statement.number, statement]),
        )
      }
      day={visit.time.day(kept.drawnAt)}
      own={ownPlaceOf(axes, votesByNumber({ statements, mine }))}
      politicians={await politiciansOnMap(visit, view, map)}
      missing={await crowdPart(visit, problem, 'voters')}
      replies={await repliesPart(visit, view)}
      hashes={{ input: kept.inputHash, output: kept.outputHash }}
      command={`folkmoot verify map ${visit.jurisdiction.slug} ${problem.slug} --version ${kept.version}`}
    />
  )
}

/** Of statements on which she has voted, or after the close: before, nobody's name stands beside a statement. */
function repliesPart(visit: MapVisit, { problem, consultation, statements, hidden, mine }: Voting) {
  const named = statements.filter(
    ({ id, isTakenOut }) => !isTakenOut && !hidden.has(id) && (consultation.closedAt !== null || mine.has(id)),
  )
  return repliesListPart(
    visit,
    new Map(
      named.map(({ id, number, text, language }) => [
        id,
        { title: text, language, href: visit.to('opinion.statement', { problem: problem.slug, number }) },
      ]),
    ),
  )
}

async function whyNone(
  visit: MapVisit,
  { problem, consultation, mine }: Voting,
  shows: ReturnType<typeof rules.showsResults>,
) {
  const [say, sayMap] = [opinionWords.say(visit.lang), mapWords.say(visit.lang)]
  if (shows !== 'yes') {
    const { words, link } = notYetOf(visit, { consultation, shows, voted: mine.size })
    const href = visit.to('opinion.statements', { problem: problem.slug })
    return { title: say('results.hidden'), why: words, action: { href, text: link } }
  }
  const isSoon = consultation.closedAt !== null && (await voterCount(visit.read, consultation.id)) >= leastInGroup
  return {
    title: sayMap('none.title'),
    why: sayMap(isSoon ? 'none.soon' : consultation.closedAt === null ? 'none.open' : 'none.closed'),
    action: { href: visit.to('opinion.results', { problem: problem.slug }), text: sayMap('link.results') },
  }
}

/** The very bytes whose hash the public record keeps. */
export async function mapFile(visit: Visit<'opinion.map-file'>): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation || view.consultation.isHearing) return notFound()
  const { consultation, mine, problem } = view
  const say = mapWords.say(visit.lang)
  if (rules.showsResults(consultation, { voted: mine.size }) !== 'yes') return refused(say('refused.not-shown'), 403)
  const map = await mapOf(visit.read, consultation.id)
  if (!map) return refused(say('refused.no-map'), 409)
  return file({
    body: map.published,
    mediaType: 'application/json',
    downloadAs: `${problem.slug}-map-${map.version}.json`,
  })
}
