import { createHmac, randomBytes } from 'node:crypto'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { PollChoice, PollCount } from './poll-rules.ts'

export type PollRound = {
  readonly round: number
  /** Null once the text is handed over: the poll is closed, and nobody can tell who answered. */
  readonly key: Buffer | null
  /** What is shown; null while too few have answered. */
  readonly drawn: PollCount | null
}

/** The poll on the words as they stand, or as they were handed over; undefined while nobody has answered. */
export async function pollRound(read: Read, clause: Id<'clause'>): Promise<PollRound | undefined> {
  const { rows } = await sql<PollRound>`
    select p.round, p.key, case when p.drawn_agree is not null then
      jsonb_build_object('agree', p.drawn_agree, 'can-live', p.drawn_can_live, 'against', p.drawn_against) end as drawn
    from draft.poll_round p
    where p.clause_id = ${clause} and (p.key is not null or p.is_closed)`.execute(read)
  return rows[0]
}

/** What is shown now of the polls of a case, by clause. */
export async function drawnPolls(read: Read, problem: Id<'problem'>): Promise<ReadonlyMap<Id<'clause'>, PollCount>> {
  const { rows } = await sql<PollCount & { readonly clause: Id<'clause'> }>`
    select p.clause_id as clause, p.drawn_agree as agree, p.drawn_can_live as "can-live", p.drawn_against as against
    from draft.poll_round p
    where p.problem_id = ${problem} and (p.key is not null or p.is_closed) and p.drawn_agree is not null`.execute(read)
  return new Map(rows.map(({ clause, ...count }) => [clause, count]))
}

export async function beginRound(
  tx: Tx,
  { problem, clause }: { readonly problem: Id<'problem'>; readonly clause: Id<'clause'> },
): Promise<PollRound> {
  const key = randomBytes(32)
  const { rows } = await sql<{ round: number }>`
    insert into draft.poll_round (jurisdiction_id, problem_id, clause_id, round, key)
    select ${tx.jurisdiction}, ${problem}, ${clause}, count(*) + 1, ${key}
    from draft.poll_round p
    where p.clause_id = ${clause}
    returning round`.execute(tx)
  return { round: rows[0]?.round ?? 1, key, drawn: null }
}

/** The same member answers under the same name; without the key, which goes with the round, nobody can tell whose it is. */
function nameOf({ key }: PollRound, clause: Id<'clause'>, account: Id<'account'>): Buffer {
  if (key === null) throw new Error('nobody has a name in a poll that is closed')
  return createHmac('sha256', key).update(`folkmoot-poll/v1\n${clause}\n${account}`).digest()
}

type Answering = { readonly clause: Id<'clause'>; readonly round: PollRound; readonly account: Id<'account'> }

export async function putPollAnswer(
  tx: Tx,
  { clause, round, account, choice }: Answering & { readonly choice: PollChoice },
): Promise<void> {
  await tx
    .insertInto('draft.poll_answer')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: newId('vote'),
      clause_id: clause,
      round: round.round,
      voter: nameOf(round, clause, account),
      choice,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'clause_id', 'round', 'voter']).doUpdateSet({ choice }),
    )
    .execute()
}

/** Whether she has answered; what she said is shown to nobody, and once the poll is closed neither is this. */
export async function hasAnswered(read: Read, { clause, round, account }: Answering): Promise<boolean> {
  if (round.key === null) return false
  const row = await read
    .selectFrom('draft.poll_answer')
    .select('round')
    .where('clause_id', '=', clause)
    .where('round', '=', round.round)
    .where('voter', '=', nameOf(round, clause, account))
    .executeTakeFirst()
  return row !== undefined
}

export async function countPoll(read: Read, clause: Id<'clause'>, { round }: PollRound): Promise<PollCount> {
  const { rows } = await sql<PollCount>`
    select count(*) filter (where a.choice = 'agree') as agree, count(*) filter (where a.choice = 'can-live') as "can-live",
      count(*) filter (where a.choice = 'against') as against
    from draft.poll_answer a
    where a.clause_id = ${clause} and a.round = ${round}`.execute(read)
  return rows[0] ?? { agree: 0, 'can-live': 0, against: 0 }
}

export async function drawPoll(
  tx: Tx,
  clause: Id<'clause'>,
  { round, count }: { readonly round: PollRound; readonly count: PollCount },
): Promise<void> {
  await tx
    .updateTable('draft.poll_round')
    .set({ drawn_agree: count.agree, drawn_can_live: count['can-live'], drawn_against: count.against })
    .where('clause_id', '=', clause)
    .where('round', '=', round.round)
    .execute()
}
