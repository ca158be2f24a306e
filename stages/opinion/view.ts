import type { Id } from '@folkmoot/basics/ids.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong, type Tombstone } from '../../platform/moderation/index.ts'
import { problemBySlug, type Problem } from '../problem/index.ts'
import * as rules from './rules.ts'
import { statementWithin, voteWithin } from './statement-store.ts'
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

/** What the page of one statement is made from: of the others no more than which stand beside it, and on how many she has voted. */
export type StatementView = View & {
  readonly consultation: store.Consultation
  readonly statement: store.Statement
  readonly voted: number
  readonly before: number | undefined
  readonly after: number | undefined
}

/** Undefined where there is no such statement. */
export async function statementViewOf(visit: CaseVisit, number: number): Promise<StatementView | undefined> {
  const { read, actor, now, params } = visit
  const [problem, consultation] = await Promise.all([
    problemBySlug(read, params.problem),
    store.consultationBySlug(read, params.problem),
  ])
  if (!problem || !consultation) return undefined
  const found = await statementWithin(read, consultation.id, number)
  if (!found) return undefined
  const { statement, before, after } = found
  const [{ voted, choice }, hidden] = await Promise.all([
    actor.account
      ? voteWithin(read, { consultation: consultation.id, account: actor.account, statement: statement.id })
      : { voted: 0, choice: null },
    hiddenAmong(read, [statement.id]),
  ])
  const mine = new Map(choice ? [[statement.id, choice] as const] : [])
  const isOpen = rules.isOpen(consultation, now)
  return { problem, consultation, statement, statements: [statement], hidden, mine, isOpen, voted, before, after }
}

/** Statements one can vote on now: neither hidden here nor taken out at the source. */
export function votable({ statements, hidden }: View): readonly store.Statement[] {
  return statements.filter((statement) => !statement.isTakenOut && !hidden.has(statement.id))
}
