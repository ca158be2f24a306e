import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../platform/db/index.ts'

/** A problem that has become a body's: it has adopted a mandate on it, or must answer it. */
export type Business = {
  readonly body: Id<'body'>
  readonly bodyName: string
  readonly why: 'mandate' | 'list'
  /** The version of the problem the body had before it. */
  readonly framing: number
  readonly since: Temporal.Instant
}

/** What bodies have to do with a problem; a mandate before a place on the list. */
export async function businessOf(read: Read, problem: Id<'problem'>): Promise<readonly Business[]> {
  const { rows } = await sql<Business>`
    select b.body_id as body, y.name as "bodyName", b.why, b.framing_number as framing, b.since
    from problem.body_business b
    join directory.body y on y.jurisdiction_id = b.jurisdiction_id and y.id = b.body_id
    where b.problem_id = ${problem}
    order by b.why = 'mandate' desc`.execute(read)
  return rows
}

export type BecomesBusiness = Pick<Business, 'body' | 'why'> & {
  readonly problem: Id<'problem'>
  /** The version the body has before it; the one in use where none is named. */
  readonly framing?: number
}

/**
 * The body has adopted a mandate on the problem, or has it on its list: from now on its raiser alone answers no new version.
 * A later mandate of the same problem answers the words of its own day.
 */
export async function becomesBusinessOf(tx: Tx, { problem, body, why, framing }: BecomesBusiness): Promise<void> {
  await sql`
    insert into problem.body_business (jurisdiction_id, problem_id, why, body_id, framing_number, since)
    select f.jurisdiction_id, f.problem_id, ${why}, ${body}, f.number, ${tx.now}
    from problem.framing f
    where f.problem_id = ${problem} and case when ${framing ?? null}::int is null then f.state = 'current' else f.number = ${framing ?? null} end
    on conflict (jurisdiction_id, problem_id, why) do update
      set body_id = excluded.body_id, framing_number = excluded.framing_number, since = excluded.since`.execute(tx)
}
