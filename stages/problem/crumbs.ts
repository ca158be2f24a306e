import type { Crumb, Visit } from '../../platform/http/index.ts'
import { problemWords } from './messages/words.ts'
import type { Problem } from './store.ts'

/** The way back from any page of a case: all cases, then the journey. */
export function problemCrumbs(visit: Visit, problem: Problem): readonly Crumb[] {
  return [
    { text: problemWords.say(visit.lang)('crumb.cases'), href: visit.to('cases') },
    { text: problem.question, lang: problem.language, href: visit.to('journey', { problem: problem.slug }) },
  ]
}
