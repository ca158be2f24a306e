import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { rolesInArena, seatsOf } from '../../arena/index.ts'
import { textRulesOf } from '../../mandate/index.ts'
import { problemsById, type Problem } from '../../problem/index.ts'
import { draftWords } from '../messages/words.ts'
import { draftState } from '../state.ts'
import { decideAmendment } from './amendment-rules.ts'
import { openAmendmentsFor } from './amendment-store.ts'

/** Changes to the text of a case she sits in, on which the mandate lets her decide, or say what she wants, and she has not yet. */
export async function changesToDecide(visit: Visit, satIn: readonly Problem['id'][]): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (!isSignedIn(actor)) return []
  const open = await openAmendmentsFor(read, { account: actor.account, problems: satIn })
  const byCase = Map.groupBy(open, ({ problem }) => problem)
  const problems = await problemsById(read, [...byCase.keys()])
  const lists = await Promise.all(problems.map((problem) => inCase(visit, problem, byCase.get(problem.id) ?? [])))
  return lists.flat()
}

type Open = Awaited<ReturnType<typeof openAmendmentsFor>>

async function inCase(visit: Visit, problem: Problem, open: Open): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  const say = draftWords.say(visit.lang)
  const [state, mandate, seats, roles] = await Promise.all([
    draftState(read, problem.id),
    textRulesOf(read, problem.id),
    seatsOf(read, problem.id),
    rolesInArena(read, problem.slug, actor),
  ])
  // Outside the pages of a case nobody carries her seat in it along.
  const member = { ...actor, roles: [...actor.roles, ...roles] }
  const chairs = seats.filter(({ isChair }) => isChair).map(({ account }) => account)
  return open
    .filter((one) => {
      const proposedByChair = chairs.includes(one.proposedBy)
      return decideAmendment(state, mandate, { ...one, proposedByChair }, member).ok
    })
    .map(({ number, clause }) => ({
      due: null,
      title: say('waiting.change', { number }),
      detail: problem.question,
      act: {
        text: say('waiting.decide'),
        href: `${visit.to('draft.clause', { problem: problem.slug, clause })}#amendments`,
      },
    }))
}
