import type { Crumb, Visit } from '../../platform/http/index.ts'
import { problemCrumbs, type Problem } from '../problem/index.ts'
import { opinionWords } from './messages/words.ts'

/** The way from the case over its statements. */
export function crumbsOf(visit: Visit, problem: Problem): readonly Crumb[] {
  const text = opinionWords.say(visit.lang)('crumb.statements')
  return [...problemCrumbs(visit, problem), { text, href: visit.to('opinion.statements', { problem: problem.slug }) }]
}
