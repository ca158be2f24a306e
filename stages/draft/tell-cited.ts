import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { authorsOf, tellThese } from '../../platform/notices/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'
import { gatheredIn } from './ideas/merge-store.ts'

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

/** Of an idea also those whose words go on in it, and who told it to staff. */
async function writersOf(tx: Tx, things: readonly Thing[]): Promise<readonly Id<'account'>[]> {
  const [cards, ideas] = [
    await cardsOf(tx, things),
    await gatheredIn(
      tx,
      things.filter(({ kind }) => kind === 'idea').map(({ id }) => id),
    ),
  ]
  const tellers = ideas.length === 0 ? [] : await authorsOf(tx, ideas)
  return [...new Set([...[...cards.values()].flatMap(({ writtenBy = [] }) => writtenBy), ...tellers])]
}
