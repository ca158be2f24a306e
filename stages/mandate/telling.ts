import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { tell, tellAround } from '../../platform/notices/index.ts'
import type { Problem } from '../problem/index.ts'

/** Who hears what happens to a mandate. */

type Told = {
  readonly message: 'told.adopted' | 'told.changed' | 'told.rejected'
  readonly except: Id<'account'> | null
}

export async function tellFollowers(tx: Tx, problem: Problem, { message, except }: Told): Promise<void> {
  await tell(tx, { ...newsOf(problem), message, except })
}

/** Everybody who takes part, whether she follows the case or not: to be promised less concerns all who came. */
export async function tellEverybody(
  tx: Tx,
  problem: Problem,
  { message, reason }: { readonly message: 'told.promise-lowered'; readonly reason: string },
): Promise<void> {
  const news = newsOf(problem)
  await tellAround(tx, problem.id, { ...news, message, values: { ...news.values, reason } })
}

export function newsOf(problem: Problem) {
  return {
    about: { kind: 'problem', id: problem.id },
    stage: 'mandate',
    values: { question: problem.question },
    address: 'mandate.page',
    params: { problem: problem.slug },
  } as const
}
