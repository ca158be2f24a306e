import type { Thing } from '@folkmoot/basics/ids.ts'
import { statement, type Tx } from '../db/index.ts'

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
  await statement`
    insert into thread.link (jurisdiction_id, from_id, from_kind, relation, to_id, to_kind, at)
    values (${tx.jurisdiction}, ${from.id}, ${from.kind}, ${relation}, ${to.id}, ${to.kind}, ${tx.now})
    on conflict do nothing`.execute(tx)
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
