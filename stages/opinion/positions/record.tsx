import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemNames } from '../../problem/index.ts'
import { isInvited } from '../rules.ts'
import { statementsById } from '../store.ts'
import { positionWords } from './messages/words.ts'
import { RecordPart } from './pages/record-part.tsx'
import { lastOf, type PublicPositions } from './position.ts'
import { mayReadPositions } from './rules.ts'
import { statementPositionsBy, whereSaid } from './store.ts'

const asked = new WeakMap<Visit, Map<Id<'person'>, Promise<PublicPositions>>>()

/**
 * For her record, by the rule of the statement's own page: nobody's name leads who has not voted. Several parts of a page ask; it is
 * read once a visit.
 */
export function publicPositionsOf(visit: Visit, person: Id<'person'>): Promise<PublicPositions> {
  const ofVisit = asked.get(visit) ?? new Map<Id<'person'>, Promise<PublicPositions>>()
  asked.set(visit, ofVisit)
  const known = ofVisit.get(person) ?? readPositions(visit, person)
  ofVisit.set(person, known)
  return known
}

async function readPositions(visit: Visit, person: Id<'person'>): Promise<PublicPositions> {
  const { read, actor } = visit
  const all = await statementPositionsBy(read, person)
  if (all.length === 0) return { said: [], unread: 0 }
  const ids = all.map(({ statement }) => statement)
  const [statements, where] = await Promise.all([statementsById(read, ids), whereSaid(read, ids, actor)])
  const places = new Map(where.map((one) => [one.statement, one]))
  const [cases, hidden] = await Promise.all([
    problemNames(
      read,
      where.map(({ problem }) => problem),
    ),
    hiddenAmong(read, [...ids, ...all.map(({ id }) => id), ...where.map(({ problem }) => problem)]),
  ])
  const texts = new Map(statements.map((one) => [one.id, one]))
  const shown = all.flatMap((position) => {
    const [statement, place] = [texts.get(position.statement), places.get(position.statement)]
    if (!statement || !place || place.isTakenOut) return []
    return [position.id, statement.id, place.problem].some((id) => hidden.has(id))
      ? []
      : [{ position, statement, place }]
  })
  const readable = shown.filter(({ place }) => mayReadPositions(place, place))
  return {
    said: readable.map(({ position, statement, place }) => {
      const { choice, reason, language, at, isAfterClose } = lastOf(position)
      const page = visit.to('opinion.statement', { problem: statement.slug, number: statement.number })
      return {
        title: statement.text,
        language: statement.language,
        href: `${page}#position-${position.id.slice(-8)}`,
        case: cases.get(place.problem)?.question ?? '',
        choice,
        reason,
        reasonLanguage: language,
        at,
        isAfterClose,
        changes: position.revisions.length - 1,
      }
    }),
    unread: shown.length - readable.length,
  }
}

/** For her public page. */
export async function statementPositionsPart(
  visit: Visit,
  { id, name }: { readonly id: Id<'person'>; readonly name: string },
) {
  const positions = await publicPositionsOf(visit, id)
  return positions.said.length + positions.unread === 0 ? null : (
    <RecordPart
      reader={visit}
      say={positionWords.say(visit.lang)}
      name={name}
      mayVote={isInvited(visit.actor)}
      {...positions}
    />
  )
}
