import type { Id } from '@folkmoot/basics/ids.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong, type Tombstone } from '../../platform/moderation/index.ts'
import { problemBySlug, type Problem } from '../problem/index.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** What every page of a consultation is made from: the case, the statements, and what the reader said of them. */
export type View = {
  readonly problem: Problem
  readonly consultation: store.Consultation | undefined
  readonly statements: readonly store.Statement[]
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly mine: ReadonlyMap<Id<'statement'>, Choice>
  readonly isOpen: boolean
}

type CaseVisit = Pick<Visit, 'read' | 'actor' | 'now'> & { readonly params: { readonly problem: string } }

export async function viewOf({ read, actor, now, params }: CaseVisit): Promise<View | undefined> {
  const [problem, consultation] = await Promise.all([
    problemBySlug(read, params.problem),
    store.consultationBySlug(read, params.problem),
  ])
  if (!problem) return undefined
  if (!consultation) return { problem, consultation, statements: [], hidden: new Map(), mine: new Map(), isOpen: false }
  const [statements, mine] = await Promise.all([
    store.statementsIn(read, consultation.id),
    actor.account ? store.votesOf(read, consultation.id, actor.account) : new Map<Id<'statement'>, Choice>(),
  ])
  const hidden = await hiddenAmong(
    read,
    statements.map((statement) => statement.id),
  )
  return { problem, consultation, statements, hidden, mine, isOpen: rules.isOpen(consultation, now) }
}

/** Statements one can vote on now: neither hidden here nor taken out at the source. */
export function votable({ statements, hidden }: View): readonly store.Statement[] {
  return statements.filter((statement) => !statement.isTakenOut && !hidden.has(statement.id))
}
