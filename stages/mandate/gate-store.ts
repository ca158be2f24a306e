import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Tx } from '../../platform/db/index.ts'
import type { CastAnswer, GateAnswer } from './rules.ts'

export type GateRow = GateAnswer & {
  readonly person: Id<'person'>
  readonly reason: string
  readonly at: Temporal.Instant
}

export type CastRow = GateRow & CastAnswer

/** Each politician's own answers; answering again replaces one's own answer alone. */
export async function putGateAnswer(tx: Tx, mandate: Id<'mandate'>, answer: GateRow): Promise<void> {
  const { question, person, isYes, reason, at } = answer
  await tx
    .insertInto('mandate.gate_answer')
    .values({
      jurisdiction_id: tx.jurisdiction,
      mandate_id: mandate,
      question,
      person_id: person,
      is_yes: isYes,
      reason,
      at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction_id', 'mandate_id', 'question', 'person_id'])
        .doUpdateSet({ is_yes: isYes, reason, at }),
    )
    .execute()
}

/** The earliest answer first. Of an adopted version those count that counted when it was adopted; of a told one, all. */
export const gateOf = listsBy(
  (row: CastRow & { readonly mandate: Id<'mandate'> }) => row.mandate,
  async (read, mandates) => {
    const { rows } = await sql<CastRow & { readonly mandate: Id<'mandate'> }>`
      select g.mandate_id as mandate, g.question, g.person_id as person, g.is_yes as "isYes", g.reason, g.at,
        m.source is not null
          or problem.leads(g.jurisdiction_id, m.problem_id, g.person_id, coalesce(m.adopted_at, clock_timestamp())) as counts
      from mandate.gate_answer g
      join mandate.mandate m on m.jurisdiction_id = g.jurisdiction_id and m.id = g.mandate_id
      where g.mandate_id = any(${mandates}::uuid[])
      order by g.at, g.person_id`.execute(read)
    return rows
  },
)
