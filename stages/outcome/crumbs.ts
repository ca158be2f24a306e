import type { Crumb, Visit } from '../../platform/http/index.ts'
import { problemCrumbs, type Problem } from '../problem/index.ts'
import { outcomeWords } from './messages/words.ts'

/** The way to what came of a case. */
export function outcomeCrumbs(visit: Visit, problem: Problem): readonly Crumb[] {
  return [
    ...problemCrumbs(visit, problem),
    { text: outcomeWords.say(visit.lang)('page.title'), href: visit.to('outcome.page', { problem: problem.slug }) },
  ]
}
