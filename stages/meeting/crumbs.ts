import type { Crumb, Visit } from '../../platform/http/index.ts'
import { problemCrumbs, type Problem } from '../problem/index.ts'
import { meetingWords } from './messages/words.ts'
import { headingOf } from './pages/lines.ts'
import type { Meeting } from './store.ts'

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

/** The way to a page of one meeting. */
export function meetingCrumbs(visit: Visit, problem: Problem, meeting: Meeting): readonly Crumb[] {
  return [
    ...seriesCrumbs(visit, problem),
    {
      text: meetingWords.say(visit.lang)('page.title', headingOf(meeting)),
      href: visit.to('meeting.page', { problem: problem.slug, number: meeting.number }),
    },
  ]
}

/** A number in an address. Zero is nobody's: what cannot be one is not found. */
export function numberOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}
