import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, type Reply, type Visit } from '../../../platform/http/index.ts'
import { Said } from '../../../ui/index.ts'
import { crumbsOf } from '../crumbs.ts'
import { notYetOf } from '../pages/not-yet.ts'
import { resultsIn } from '../results.ts'
import { isInvited, showsResults } from '../rules.ts'
import type { Consultation } from '../store.ts'
import { viewOf, votable, type View } from '../view.ts'
import { gapRows, overallOf } from './gap.ts'
import { positionWords } from './messages/words.ts'
import { GapPage, type Stands } from './pages/gap-page.tsx'
import * as rules from './rules.ts'
import { lastOf, type Position } from './position.ts'
import { memberTallies, positionsIn } from './store.ts'

/** What politicians say in public beside what residents and members answered: names by their own rule, numbers by that of the results. */
export async function positionsPage(visit: Visit<'opinion.positions'>): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation || view.consultation.isHearing) return notFound()
  const { problem, consultation } = view
  const say = positionWords.say(visit.lang)
  return page({
    title: say('page.title'),
    crumbs: crumbsOf(visit, problem),
    isWide: true,
    body: await gapPage(visit, { ...view, consultation }),
  })
}

type Voting = View & { readonly consultation: Consultation }

async function gapPage(visit: Visit, view: Voting) {
  const { problem, consultation, mine } = view
  const { read } = visit
  const shows = showsResults(consultation, { voted: mine.size })
  const seen = votable(view)
  const seenIds = new Set<Id>(seen.map(({ id }) => id))
  const [positions, results, members] = await Promise.all([
    positionsIn(read, consultation.id),
    shows === 'yes' ? resultsIn(read, consultation.id) : [],
    consultation.closedAt === null ? new Map<never, never>() : memberTallies(read, consultation.id),
  ])
  const shown = positions.filter(({ statement }) => seenIds.has(statement))
  const byStatement = Map.groupBy(shown, ({ statement }) => statement)
  const rows = gapRows({
    results: results.filter(({ statement }) => seenIds.has(statement.id)),
    positions: new Map([...byStatement].map(([id, all]) => [id, all.map((one) => lastOf(one).choice)])),
    members,
  })
  const rowOf = new Map(rows.map((row) => [row.statement.id, row]))
  const people = await politiciansById(read, [...new Set(shown.map(({ person }) => person))])
  const isHers = ({ person }: Position): boolean => person === visit.actor.person
  const stands = seen.map((statement): Stands => {
    const all = byStatement.get(statement.id) ?? []
    const own = all.find(isHers)
    const has = { hasVoted: mine.has(statement.id), hasPosition: own !== undefined }
    const mayRead = rules.mayReadPositions(consultation, has)
    return {
      statement,
      row: mayRead ? rowOf.get(statement.id) : undefined,
      positions: mayRead ? all : [],
      mayRead,
      own,
    }
  })
  return (
    <GapPage
      reader={visit}
      say={positionWords.say(visit.lang)}
      slug={problem.slug}
      question={<Said lang={problem.language}>{problem.question}</Said>}
      isClosed={consultation.closedAt !== null}
      mayVote={isInvited(visit.actor)}
      closesAt={consultation.closesAt}
      isPolitician={
        rules.mayTakePosition.allows(visit.actor) &&
        visit.actor.person !== null &&
        !visit.jurisdiction.isTold &&
        consultation.source === null
      }
      notYet={shows === 'yes' ? undefined : notYetOf(visit, { consultation, shows, voted: mine.size })}
      overall={{ residents: overallOf(rows, 'residents'), members: overallOf(rows, 'members') }}
      {...{ stands, people }}
    />
  )
}
