import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Kind, LetterKey } from './owed.ts'

export type Posted = LetterKey & { readonly by: string; readonly postedAt: Temporal.Instant }

/** The latest first. */
export async function postedIn(read: Read, problem: Id<'problem'>): Promise<readonly Posted[]> {
  const { rows } = await sql<Posted>`
    select l.receipt, l.kind, l.about, a.name as by, l.posted_at as "postedAt"
    from arena.posted_letter l
    join identity.account a on a.jurisdiction_id = l.jurisdiction_id and a.id = l.posted_by
    where l.problem_id = ${problem}
    order by l.posted_at desc, l.receipt, l.about`.execute(read)
  return rows
}

export async function putPosted(
  tx: Tx,
  problem: Id<'problem'>,
  { by, letters }: { readonly by: Id<'account'>; readonly letters: readonly LetterKey[] },
): Promise<void> {
  await tx
    .insertInto('arena.posted_letter')
    .values(
      letters.map(({ receipt, kind, about }) => ({
        jurisdiction_id: tx.jurisdiction,
        problem_id: problem,
        receipt,
        kind,
        about,
        posted_by: by,
        posted_at: tx.now,
      })),
    )
    .execute()
}

export type ThrownDraw = { readonly lottery: number; readonly thrownAt: Temporal.Instant }

/** The newest draw whose number counts. */
export async function lastDrawIn(read: Read, problem: Id<'problem'>): Promise<ThrownDraw | undefined> {
  const { rows } = await sql<ThrownDraw>`
    select l.number as lottery, t.thrown_at as "thrownAt"
    from arena.lottery l
    join arena.lottery_throw t
      on (t.jurisdiction_id, t.problem_id, t.lottery_number) = (l.jurisdiction_id, l.problem_id, l.number)
    where l.problem_id = ${problem} and l.step = 'drawn' and t.panel = t.second_panel
    order by l.number desc
    limit 1`.execute(read)
  return rows[0]
}

const kindOf = { offer: 'offer', refused: 'not-selected', unlucky: 'not-drawn' } as const satisfies Record<string, Kind>

/** Cases in which somebody without a computer may have to be written to: few of all, so that a bench looks at no other. */
export async function casesWithLetters(read: Read): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
    with person as (
      select r.jurisdiction_id, r.problem_id, r.number, r.account_id, a.state
      from arena.staff_record r
      join arena.application a on (a.jurisdiction_id, a.problem_id, a.account_id) = (r.jurisdiction_id, r.problem_id, r.account_id)
      where r.state = 'confirmed' and r.erased_at is null
    ), owed as (
      select p.*, ${kindOf.offer} as kind, o.number as about
      from person p
      join arena.offer o on (o.jurisdiction_id, o.problem_id, o.account_id) = (p.jurisdiction_id, p.problem_id, p.account_id)
      where o.state = 'waiting'
      union all
      select p.*, ${kindOf.refused}, 0 from person p where p.state = 'not-selected'
      union all
      select p.*, ${kindOf.unlucky}, e.lottery_number
      from person p
      join arena.lottery_entry e
        on (e.jurisdiction_id, e.problem_id, e.account_id) = (p.jurisdiction_id, p.problem_id, p.account_id)
      join arena.lottery l
        on (l.jurisdiction_id, l.problem_id, l.number) = (e.jurisdiction_id, e.problem_id, e.lottery_number)
      where p.state = 'waiting' and l.step = 'drawn'
    )
    select distinct w.problem_id as problem
    from owed w
    where not exists (
      select from arena.posted_letter d
      where (d.jurisdiction_id, d.problem_id, d.receipt, d.kind, d.about)
        = (w.jurisdiction_id, w.problem_id, w.number, w.kind, w.about)
    )
    order by w.problem_id`.execute(read)
  return rows.map(({ problem }) => problem)
}
