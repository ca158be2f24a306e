import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { declarationOf, declarationsById, caseInterests, type Declaration, type CaseInterest } from './store.ts'

/** Where the organisation that looks stands: for leading it to the register. Null for everybody else. */
export type Standing = { readonly isDeclared: boolean; readonly isInCase: boolean }

export async function standingOf(
  { actor, read }: Pick<Visit, 'actor' | 'read'>,
  problem?: Id<'problem'>,
): Promise<Standing | null> {
  if (!holds(actor, 'organisation') || actor.account === null) return null
  const own = await declarationOf(read, actor.account)
  const isDeclared = own?.withdrawnAt === null
  const mine = own && problem ? await caseInterests(read, { problem, declaration: own.id }) : []
  return { isDeclared, isInCase: mine.some((one) => !one.isWithdrawn) }
}

export type DeclaredCaseInterest = CaseInterest & { readonly of: Declaration }

/** Who has declared an interest in a case and stands by it. */
export async function interestsIn(
  { read }: Pick<Visit, 'read'>,
  problem: Id<'problem'>,
): Promise<readonly DeclaredCaseInterest[]> {
  const said = (await caseInterests(read, { problem })).filter((one) => !one.isWithdrawn)
  if (said.length === 0) return []
  const ids = said.map(({ declaration }) => declaration)
  const all = (await declarationsById(read, ids)).filter((one) => one.withdrawnAt === null && !one.isHidden)
  return all.flatMap((of) => said.filter((one) => one.declaration === of.id).map((one) => ({ ...one, of })))
}
