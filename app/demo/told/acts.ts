import { answersAct, commitmentActs, indicatorActs, valueAct, voteActs } from './acts-after.ts'
import {
  arenaAct,
  contributionActs,
  factActs,
  hearingActs,
  mandateAct,
  meetingActs,
  problemAct,
  recommendationActs,
} from './acts-before.ts'
import { later, type Act, type Known } from './known.ts'
import type { Day, ToldLine } from './told-case.ts'

/**
 * The entries of a line in the order of their days. Where a day is unknown the entry stands where the line had come to;
 * it itself shows its day as unknown. Nothing is written before what it points to.
 */
export function actsOf(line: ToldLine, known: Known): readonly Act[] {
  const problem = problemAct(line, known)
  const mandate = mandateAct(line, known)
  const contributions = contributionActs(line, known)
  const recommendations = recommendationActs(line, known)
  const answers = answersAct(line, known, latest(recommendations, mandate.day))
  const commitments = commitmentActs(line, known, answers.day)
  const acts = [
    problem,
    mandate,
    arenaAct(line, known),
    ...meetingActs(line, known),
    ...hearingActs(line, known),
    ...factActs(line, known),
    ...contributions,
    ...recommendations,
    answers,
    ...voteActs(line, known, answers.day),
    ...commitments,
    ...indicatorActs(line, known, latest(commitments, answers.day)),
  ]
  // Sorting is stable: of one day, what comes first in the process is written first.
  const inOrder = acts.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  return [...inOrder, valueAct(line, known, latest(inOrder, answers.day))]
}

function latest(acts: readonly Act[], from: Day): Day {
  return acts.reduce((day, act) => later(day, act.day), from)
}
