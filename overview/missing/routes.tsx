import { anyone, holds, isSignedIn, isStaff } from '@folkmoot/basics/actor.ts'
import { notFound, page, route, type Route } from '../../platform/http/index.ts'
import { callOf, crowdPart, isConfirmed } from '../../stages/arena/index.ts'
import { problemBySlug, problemCrumbs } from '../../stages/problem/index.ts'
import { missingWords } from './messages/words.ts'
import { MissingPage } from './pages/missing-page.tsx'

export const missingRoutes: readonly Route[] = [
  route('journey.missing', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const { read, actor } = visit
    const problem = await problemBySlug(read, visit.params.problem)
    if (!problem) return notFound()
    const [voters, contributors, call, isWhole] = await Promise.all([
      crowdPart(visit, problem, 'voters'),
      crowdPart(visit, problem, 'contributors'),
      callOf(read, problem.id),
      isConfirmed(read, problem.id),
    ])
    const isOpen = call !== undefined && !isWhole && Temporal.Instant.compare(visit.now, call.closesAt) < 0
    // Politicians are seated, and staff prepare: neither asks for a citizen's seat.
    const mayApply = isOpen && !holds(actor, 'politician') && !isStaff(actor)
    const say = missingWords.say(visit.lang)
    return page({
      title: say('title'),
      crumbs: problemCrumbs(visit, problem),
      body: (
        <MissingPage
          reader={visit}
          {...{ say, problem, voters, contributors }}
          applyUntil={mayApply ? visit.time.deadline(call.closesAt) : null}
          isSignedIn={isSignedIn(actor)}
        />
      ),
    })
  }),
]
