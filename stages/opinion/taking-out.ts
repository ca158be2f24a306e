import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { clock, type Tx } from '../../platform/db/index.ts'
import { hiddenWords, takeOut, type TakingOut } from '../../platform/moderation/index.ts'

/**
 * Somebody deletes her account and takes her statements along: a stone stands in place of each, who voted on it is counted as before,
 * and what still waited is put to nobody.
 */
export async function takeOutStatements(tx: Tx, { by, role }: Pick<TakingOut, 'by' | 'role'>): Promise<void> {
  const { rows } = await sql<{ readonly id: Id<'statement'>; readonly problem: Id<'problem'> }>`
    select s.id, c.problem_id as problem from opinion.statement s
    join opinion.consultation c on c.jurisdiction_id = s.jurisdiction_id and c.id = s.consultation_id
    where s.written_by = ${by} and s.text <> ${hiddenWords}
    order by s.id`.execute(tx)
  for (const { id, problem } of rows) await takeOut(tx, { about: { kind: 'statement', id }, by, role, problem })
  await sql`
    update opinion.statement set text = ${hiddenWords}, plain_form = id::text
    where written_by = ${by} and text <> ${hiddenWords}`.execute(tx)
  await sql`
    update opinion.waiting
    set text = ${hiddenWords}, plain_form = id::text, judged_at = coalesce(judged_at, ${await clock(tx)}),
      state = case state when 'let-through' then state else 'lapsed' end
    where written_by = ${by} and text <> ${hiddenWords}`.execute(tx)
  await takeOutPrepared(tx, by)
}

/** What voting has opened with goes with its statement; what the group only prepared goes whole. */
async function takeOutPrepared(tx: Tx, by: Id<'account'>): Promise<void> {
  await sql`
    delete from opinion.prepared p
    where p.written_by = ${by} and not exists (
      select from opinion.consultation c where c.jurisdiction_id = p.jurisdiction_id and c.problem_id = p.problem_id
    )`.execute(tx)
  await sql`
    update opinion.prepared set text = ${hiddenWords}, plain_form = id::text
    where written_by = ${by} and text <> ${hiddenWords}
      and moderation.is_taken_out(jurisdiction_id, id)`.execute(tx)
}
