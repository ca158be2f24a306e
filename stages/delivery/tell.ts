import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { tell } from '../../platform/notices/index.ts'
import type { Problem } from '../problem/index.ts'

export type CommitmentNews = {
  readonly id: Id<'commitment'>
  readonly number: number
  readonly message: string
  readonly values: Readonly<Record<string, string | number>>
  readonly except: Id<'account'> | null
}

/** What happened to a commitment, for whomever it is told to. */
export function newsOf(problem: Problem, { id, number, message, values, except }: CommitmentNews) {
  return {
    about: { kind: 'commitment', id },
    stage: 'delivery',
    message,
    values,
    address: 'delivery.commitment',
    params: { problem: problem.slug, number },
    isResult: true,
    except,
  } as const
}

/** Everybody upstream of the commitment hears: who wrote what it carries out, and who only follows the case. */
export async function tellOf(tx: Tx, problem: Problem, news: CommitmentNews): Promise<void> {
  await tell(tx, newsOf(problem, news))
}
