import type { Id } from '@folkmoot/basics/ids.ts'
import type { Child } from 'hono/jsx'
import { politiciansById } from '../../../platform/directory/index.ts'
import type { FieldError, Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { isInvited } from '../rules.ts'
import type { Statement } from '../store.ts'
import type { View } from '../view.ts'
import { positionWords } from './messages/words.ts'
import { PositionsPart } from './pages/positions-part.tsx'
import * as rules from './rules.ts'
import { positionsOn } from './store.ts'

/** For the page of a statement: what politicians say of it in public, and the form of one who may. */
export async function positionsPart(
  visit: Visit,
  view: View,
  { statement, errors }: { readonly statement: Statement; readonly errors: readonly FieldError[] },
): Promise<Child> {
  const { consultation, problem, mine, hidden } = view
  if (!consultation) return null
  const all = await positionsOn(visit.read, statement.id)
  const { person } = visit.actor
  const own = all.find((one) => one.person === person)
  const mayRead = rules.mayReadPositions(consultation, {
    hasVoted: mine.has(statement.id),
    hasPosition: own !== undefined,
  })
  const state = {
    consultation,
    isTold: consultation.source !== null,
    statement: { isTakenOut: statement.isTakenOut, isHidden: hidden.has(statement.id) || hidden.has(problem.id) },
    last: undefined,
    taken: 0,
  }
  const mayTake =
    !visit.jurisdiction.isTold &&
    rules.takePosition(state, { choice: 'pass', reason: '' }, { actor: visit.actor, now: visit.now }).ok
  if (consultation.source !== null && all.length === 0) return null
  const positions = mayRead ? all : []
  const [people, stones] = await Promise.all([
    politiciansById(visit.read, [...new Set(positions.map((one) => one.person))]),
    hiddenAmong(
      visit.read,
      positions.map(({ id }): Id => id),
    ),
  ])
  return (
    <PositionsPart
      reader={visit}
      say={positionWords.say(visit.lang)}
      slug={problem.slug}
      {...{ statement, positions, people, stones, own, mayRead, mayTake, errors }}
      typed={visit.form.typed}
      isClosed={!view.isOpen}
      mayVote={isInvited(visit.actor)}
      closesAt={consultation.closesAt}
    />
  )
}
