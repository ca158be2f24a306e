import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../db/index.ts'

/** "A cites B", "A answers B", "A carries out B", "A measures B": from the later act to what it acts on. */
export type Relation =
  | 'cites'
  | 'answers'
  | 'carries-out'
  | 'measures'
  | 'merged-into'
  | 'part-of'
  | 'on'
  | 'about'
  | 'pledges-to'
  | 'follows-from'

/** Writes a link of the trace in the transaction of the act. Linking twice is linking once. */
export async function link(tx: Tx, from: Thing, relation: Relation, to: Thing): Promise<void> {
  await tx
    .insertInto('thread.link')
    .values({
      jurisdiction_id: tx.jurisdiction,
      from_id: from.id,
      from_kind: from.kind,
      relation,
      to_id: to.id,
      to_kind: to.kind,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes a link back, when a clause no longer cites a contribution. The acts themselves stay in the ledger. */
export async function unlink(tx: Tx, from: Thing, relation: Relation, to: Thing): Promise<void> {
  await tx
    .deleteFrom('thread.link')
    .where('from_id', '=', from.id)
    .where('relation', '=', relation)
    .where('to_id', '=', to.id)
    .execute()
}
