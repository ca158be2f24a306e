import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { declarationOf, declarationsById, matters, type Declaration, type Matter } from './store.ts'

/** Where the organisation that looks stands: for leading it to the register. Null for everybody else. */
export type Standing = { readonly isDeclared: boolean; readonly isInMatter: boolean }

export async function standingOf(
  { actor, read }: Pick<Visit, 'actor' | 'read'>,
  problem?: Id<'problem'>,
): Promise<Standing | null> {
  if (!holds(actor, 'organisation') || actor.account === null) return null
  const own = await declarationOf(read, actor.account)
  const isDeclared = own?.withdrawnAt === null
  const mine = own && problem ? await matters(read, { problem, declaration: own.id }) : []
  return { isDeclared, isInMatter: mine.some((one) => !one.isWithdrawn) }
}

export type DeclaredMatter = Matter & { readonly of: Declaration }

/** Who has declared an interest in a matter and stands by it. */
export async function interestsIn(
  { read }: Pick<Visit, 'read'>,
  problem: Id<'problem'>,
): Promise<readonly DeclaredMatter[]> {
  const said = (await matters(read, { problem })).filter((one) => !one.isWithdrawn)
  if (said.length === 0) return []
  const ids = said.map(({ declaration }) => declaration)
  const all = (await declarationsById(read, ids)).filter((one) => one.withdrawnAt === null && !one.isHidden)
  return all.flatMap((of) => said.filter((one) => one.declaration === of.id).map((one) => ({ ...one, of })))
}
