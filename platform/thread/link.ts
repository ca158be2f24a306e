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
export function link(tx: Tx, from: Thing, relation: Relation, to: Thing): Promise<void> {
  return linkAll(tx, relation, [{ from, to }])
}

/** Many links of one relation at once, as many votes in one transaction write them. */
export async function linkAll(
  tx: Tx,
  relation: Relation,
  links: readonly { readonly from: Thing; readonly to: Thing }[],
): Promise<void> {
  if (links.length === 0) return
  await statement`
    insert into thread.link (jurisdiction_id, from_id, from_kind, relation, to_id, to_kind, at)
    select ${tx.jurisdiction}, l.from_id, l.from_kind, ${relation}, l.to_id, l.to_kind, ${tx.now}
    from unnest(
      ${links.map(({ from }) => from.id)}::uuid[], ${links.map(({ from }) => from.kind)}::text[],
      ${links.map(({ to }) => to.id)}::uuid[], ${links.map(({ to }) => to.kind)}::text[]
    ) l (from_id, from_kind, to_id, to_kind)
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
