import type { Id } from '@folkmoot/basics/ids.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { plainFormOf } from '../rules.ts'
import type { NewVote } from '../vote-store.ts'
import type { Comment } from './polis-files.ts'

/** Rows of the stage's tables by the thousand: each column travels as one array. */

export type PolisVoteRow = Omit<NewVote, 'assurance'> & { readonly at: Temporal.Instant }

export type PolisStatements = {
  readonly consultation: Id<'consultation'>
  readonly statements: readonly (Comment & { readonly id: Id<'statement'> })[]
  readonly language: string
  readonly source: string
}

/** Numbers for people begin at 1; Polis counts from 0 and keeps its own number beside. */
export async function putPolisStatements(
  tx: Tx,
  { consultation, statements, language, source }: PolisStatements,
): Promise<void> {
  const times = statements.map(({ at }) => instantOf(at))
  await sql`
    insert into opinion.statement (
      jurisdiction_id, consultation_id, is_seed, language, source,
      id, number, source_number, text, plain_form, is_taken_out, written_at
    )
    select ${tx.jurisdiction}, ${consultation}, false, ${language}, ${source}, t.*
    from unnest(
      ${statements.map(({ id }) => id)}::uuid[], ${statements.map((_, i) => i + 1)}::integer[],
      ${statements.map(({ number }) => number)}::integer[], ${statements.map(({ text }) => text)}::text[],
      ${statements.map(({ text }) => plainFormOf(text))}::text[], ${statements.map(({ isTakenOut }) => isTakenOut)}::boolean[],
      ${times}::timestamptz[]
    ) t`.execute(tx)
}

export async function putParticipants(
  tx: Tx,
  consultation: Id<'consultation'>,
  voters: ReadonlyMap<number, Id<'participant'>>,
): Promise<void> {
  await sql`
    insert into opinion.participant (jurisdiction_id, consultation_id, id, source_number)
    select ${tx.jurisdiction}, ${consultation}, t.*
    from unnest(${[...voters.values()]}::uuid[], ${[...voters.keys()]}::integer[]) t`.execute(tx)
}

/** Milliseconds since 1970, to the microsecond: no finer does the database keep them. */
export function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds(BigInt(Math.round(milliseconds * 1000)) * 1000n)
}

const rowsAtOnce = 5_000

export async function putPolisVotes(
  tx: Tx,
  votes: readonly PolisVoteRow[],
  onProgress: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < votes.length; from += rowsAtOnce) {
    const part = votes.slice(from, from + rowsAtOnce)
    await sql`
      insert into opinion.vote (jurisdiction_id, id, statement_id, participant_id, revision, choice, at)
      select ${tx.jurisdiction}, t.*
      from unnest(
        ${part.map(({ id }) => id)}::uuid[], ${part.map(({ statement }) => statement)}::uuid[],
        ${part.map(({ participant }) => participant)}::uuid[], ${part.map(({ revision }) => revision)}::integer[],
        ${part.map(({ choice }) => choice)}::text[], ${part.map(({ at }) => at)}::timestamptz[]
      ) t`.execute(tx)
    onProgress(from + part.length)
  }
}

/** What counts, by the numbers of the export: "voter comment" → choice. */
export async function choicesBySource(
  read: Read,
  consultation: Id<'consultation'>,
): Promise<ReadonlyMap<string, Choice>> {
  const { rows } = await sql<{ readonly cell: string; readonly choice: Choice }>`
    select distinct on (v.statement_id, v.participant_id) p.source_number || ' ' || s.source_number as cell, v.choice
    from opinion.statement s
    join opinion.vote v on v.jurisdiction_id = s.jurisdiction_id and v.statement_id = s.id
    join opinion.participant p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.participant_id
    where s.consultation_id = ${consultation}
    order by v.statement_id, v.participant_id, v.revision desc`.execute(read)
  return new Map(rows.map(({ cell, choice }) => [cell, choice]))
}
