import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { tellThese } from '../../platform/notices/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'

type Citing = {
  readonly problem: Problem
  readonly number: number
  readonly title: string
  readonly clause: Id<'clause'>
  readonly cited: readonly Thing[]
  /** What earlier clauses of the same recommendation came from: who wrote that has heard. */
  readonly toldOf: readonly Thing[]
  readonly actor: Actor
}

/** Who wrote what the clause came from hears that it is used, once for each recommendation; who only follows does not. */
export async function tellCited(tx: Tx, citing: Citing): Promise<void> {
  const { problem, number, title, clause, cited, toldOf, actor } = citing
  const known = await writersOf(tx, toldOf)
  const writers = (await writersOf(tx, cited)).filter((account) => !known.includes(account))
  await tellThese(tx, writers, {
    about: { kind: 'clause', id: clause },
    stage: 'draft',
    message: 'told.cited',
    values: { title },
    address: 'draft.recommendation',
    params: { problem: problem.slug, number },
    except: actor.account,
  })
}

async function writersOf(tx: Tx, things: readonly Thing[]): Promise<readonly Id<'account'>[]> {
  const cards = await cardsOf(tx, things)
  return [...cards.values()].flatMap(({ writtenBy = [] }) => writtenBy)
}
