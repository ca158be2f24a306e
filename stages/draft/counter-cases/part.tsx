import { holdsIn, isStaff } from '@folkmoot/basics/actor.ts'
import type { Child } from 'hono/jsx'
import type { FieldError, Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { seatsOf } from '../../arena/index.ts'
import type { Problem } from '../../problem/index.ts'
import { draftWords } from '../messages/words.ts'
import type { Recommendation } from '../recommendations.ts'
import { draftState } from '../state.ts'
import { CounterCasePart } from './pages/counter-case.tsx'
import { writeCounterCase } from './rules.ts'
import { counterCaseOf } from './store.ts'

type Asked = {
  readonly problem: Problem
  readonly recommendation: Recommendation
  readonly errors: readonly FieldError[]
}

/** The case against a recommendation; nothing where it was told from sources. */
export async function counterCasePart(visit: Visit, { problem, recommendation, errors }: Asked): Promise<Child> {
  if (recommendation.source !== null || recommendation.isWithdrawn) return null
  const { read, actor } = visit
  const [counter, state, seats] = await Promise.all([
    counterCaseOf(read, recommendation.id),
    draftState(read, problem.id),
    seatsOf(read, problem.id),
  ])
  const [advocates, hidden] = await Promise.all([
    bylines(read, counter?.advocates ?? []),
    hiddenAmong(read, counter ? [counter.id] : []),
  ])
  return (
    <CounterCasePart
      reader={visit}
      sayDraft={draftWords.say(visit.lang)}
      slug={problem.slug}
      number={recommendation.number}
      {...{ counter, advocates, errors }}
      stone={counter && hidden.get(counter.id)}
      isUnargued={recommendation.agreement?.kind === 'consensus' && (counter?.text ?? null) === null}
      isFrozen={state.isFrozen}
      mayAsk={!counter && !state.isFrozen && !isStaff(actor) && holdsIn(actor, problem.id, 'arena-chair')}
      mayWrite={writeCounterCase(state, counter?.advocates, actor).ok}
      members={seats.map(({ account, name }) => ({ value: account, label: name }))}
      typed={visit.form.typed}
    />
  )
}
