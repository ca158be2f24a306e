import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../platform/db/index.ts'

/** Replies to a hearing as its source counts them. They are no votes, and nothing of them is small enough to betray anybody. */
export type Replies = {
  readonly for: number
  readonly against: number
  /** Replies of which no source tells how they stood. */
  readonly unknown: number
}

export function repliesOf(replies: Replies): number {
  return replies.for + replies.against + replies.unknown
}

export async function putReplies(
  tx: Tx,
  { consultation, statement }: { readonly consultation: Id<'consultation'>; readonly statement: Id<'statement'> },
  replies: Replies,
): Promise<void> {
  await tx
    .insertInto('opinion.tally')
    .values({
      jurisdiction_id: tx.jurisdiction,
      statement_id: statement,
      consultation_id: consultation,
      agree: replies.for,
      disagree: replies.against,
      pass: 0,
      unknown: replies.unknown,
      counted_at: tx.now,
    })
    .execute()
}

/** By the matter that was heard; a matter whose replies nobody counted is not among them. */
export async function repliesIn(
  read: Read,
  consultation: Id<'consultation'>,
): Promise<ReadonlyMap<Id<'statement'>, Replies>> {
  const rows = await read
    .selectFrom('opinion.tally')
    .select(['statement_id', 'agree', 'disagree', 'unknown'])
    .where('consultation_id', '=', consultation)
    .execute()
  return new Map(rows.map((row) => [row.statement_id, { for: row.agree, against: row.disagree, unknown: row.unknown }]))
}
