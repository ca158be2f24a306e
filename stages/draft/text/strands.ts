import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { putCitations } from './citation-store.ts'
import { putClause, type NewClause } from './store.ts'

/** A clause with its strands: it cites, and its recommendation follows from it. */
export async function writeClause(
  tx: Tx,
  {
    recommendation,
    cites,
    ...clause
  }: NewClause & {
    readonly recommendation: Id<'recommendation'> | null
    readonly cites: readonly Thing[]
  },
): Promise<Id<'clause'>> {
  const id = await putClause(tx, clause)
  await putCitations(tx, id, cites)
  const thing = { kind: 'clause', id } as const
  for (const cited of cites) await link(tx, thing, 'cites', cited)
  if (recommendation) await link(tx, { kind: 'recommendation', id: recommendation }, 'follows-from', thing)
  return id
}
