import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { authorsOf, tellThese } from '../../platform/notices/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'
import { gatheredIn } from './ideas/merge-store.ts'

type Citing = {
  readonly problem: Problem
  /** Of the recommendation; null where the clause stands in a passage. */
  readonly number: number | null
  readonly title: string
  readonly clause: Id<'clause'>
  readonly cited: readonly Thing[]
  /** What earlier clauses of the same section came from: who wrote that has heard. */
  readonly toldOf: readonly Thing[]
  readonly actor: Actor
}

/** Who wrote what the clause came from hears that it is used, once for each section; who only follows does not. */
export async function tellCited(tx: Tx, citing: Citing): Promise<void> {
  const { problem, number, title, clause, cited, toldOf, actor } = citing
  const known = await writersOf(tx, toldOf)
  const writers = (await writersOf(tx, cited)).filter((account) => !known.includes(account))
  const news = {
    about: { kind: 'clause', id: clause },
    stage: 'draft',
    values: { title },
    except: actor.account,
  } as const
  if (number === null) {
    const at = { address: 'draft.clause', params: { problem: problem.slug, clause } } as const
    return tellThese(tx, writers, { ...news, message: 'told.cited-in-text', ...at })
  }
  const at = { address: 'draft.recommendation', params: { problem: problem.slug, number } } as const
  await tellThese(tx, writers, { ...news, message: 'told.cited', ...at })
}

/** Of an idea also those whose words go on in it, and who told it to staff. */
export async function writersOf(tx: Tx, things: readonly Thing[]): Promise<readonly Id<'account'>[]> {
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
