import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { seriesCrumbs } from '../crumbs.ts'
import { latestBegun } from '../latest-begun.ts'
import { runs } from '../rules.ts'
import { meetingsOf } from '../store.ts'
import { groundRulesWords, type SayGroundRules } from './messages/words.ts'
import { RulesPage } from './pages/rules-page.tsx'
import * as rules from './rules.ts'
import { groundRulesOf } from './store.ts'

export function say(visit: Visit): SayGroundRules {
  return groundRulesWords.say(visit.lang)
}

type OfRules = Visit<'meeting.rules'> | Visit<'meeting.propose-rules'> | Visit<'meeting.agree-rules'>

export async function rulesPage(visit: OfRules, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [versions, seats, meetings] = await Promise.all([
    groundRulesOf(visit.read, problem.id),
    seatsOf(visit.read, problem.id),
    meetingsOf(visit.read, problem.id),
  ])
  const [authors, hidden] = await Promise.all([
    bylines(
      visit.read,
      versions.map(({ by }) => by),
    ),
    hiddenAmong(
      visit.read,
      versions.map(({ id }) => id),
    ),
  ])
  const isTold = visit.jurisdiction.isTold
  const newest = versions[0]
  const words = newest && !hidden.has(newest.id) ? newest.words : say(visit)('template')
  return page({
    title: say(visit)('title'),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RulesPage
        reader={visit}
        say={say(visit)}
        {...{ problem, versions, authors, hidden, errors, words }}
        seats={seats.length}
        typed={visit.form.typed}
        isTold={isTold}
        mayPropose={!isTold && rules.propose(problem.id, { words: '', current: '-' }, visit.actor).ok}
        mayAgree={
          !isTold && runs(visit.actor, problem.id) && latestBegun(meetings, visit.now) !== undefined && !newest?.agreed
        }
      />
    ),
  })
}
