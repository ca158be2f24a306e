import type { Problem } from '../problem/index.ts'
import { noGroupRules } from './group-rules.ts'
import type { Terms } from './rules.ts'

/** A mandate nobody has written yet: it begins with the question of the case. */
export function noTerms(problem: Problem): Terms {
  return {
    question: problem.question,
    background: '',
    tasks: '',
    outOfScope: '',
    parentBody: null,
    recipientBody: null,
    politicians: null,
    citizens: null,
    minGenderShare: null,
    profiles: [],
    startsOn: null,
    endsOn: null,
    meetings: null,
    economicFrame: '',
    promise: null,
    canChange: '',
    cannotChange: '',
    answerRule: null,
    group: noGroupRules,
  }
}
