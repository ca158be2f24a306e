import type { Crumb, Visit } from '../../platform/http/index.ts'
import { problemCrumbs, type Problem } from '../problem/index.ts'
import { meetingWords } from './messages/words.ts'

/** The way to a page of this case's meetings. */
export function seriesCrumbs(visit: Visit, problem: Problem): readonly Crumb[] {
  return [
    ...problemCrumbs(visit, problem),
    {
      text: meetingWords.say(visit.lang)('series.title'),
      href: visit.to('meeting.series', { problem: problem.slug }),
    },
  ]
}
