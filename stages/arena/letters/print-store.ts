import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** A print run while it is made, and its parts until it is confirmed. */

export type Run = {
  readonly key: Buffer
  readonly addresses: number
  readonly drawnAt: Temporal.Instant
  readonly closesAt: Temporal.Instant
  readonly parts: number
  /** The number of the last letter that is made; 0 while there is none. */
  readonly lastMade: number
}

/** Undefined when its codes are forgotten: then nothing can be printed any more. */
export async function runOf(read: Read, problem: Id<'problem'>, round: number): Promise<Run | undefined> {
  const { rows } = await sql<Run>`
    select r.code_key as key, a.count as addresses, r.drawn_at as "drawnAt", c.closes_at as "closesAt",
      made.parts, coalesce(first.number - 1, 0) + made.letters as "lastMade"
    from arena.letter_round r
    join arena.address_list a on a.jurisdiction_id = r.jurisdiction_id and a.problem_id = r.problem_id
    join arena.open_call c on c.jurisdiction_id = r.jurisdiction_id and c.problem_id = r.problem_id
    cross join lateral (
      select min(l.number) as number
      from arena.letter l
      where l.jurisdiction_id = r.jurisdiction_id and l.problem_id = r.problem_id and l.round = r.round
    ) first
    cross join lateral (
      select count(*)::int as parts, coalesce(sum(p.letters), 0)::int as letters
      from arena.letter_print p
      where p.jurisdiction_id = r.jurisdiction_id and p.problem_id = r.problem_id and p.round = r.round
    ) made
    where r.problem_id = ${problem} and r.round = ${round} and r.code_key is not null`.execute(read)
  return rows[0]
}

export type Addressed = {
  readonly number: number
  /** As it stands on the envelope. */
  readonly address: readonly string[]
}

type After = { readonly round: number; readonly after: number; readonly most: number }

export async function lettersAfter(
  read: Read,
  problem: Id<'problem'>,
  { round, after, most }: After,
): Promise<readonly Addressed[]> {
  const { rows } = await sql<{
    number: number
    name: string
    lines: readonly string[]
    postcode: string
    town: string
  }>`
    select l.number, a.name, a.lines, a.postcode, a.town
    from arena.letter l
    join arena.address a
      on a.jurisdiction_id = l.jurisdiction_id and a.problem_id = l.problem_id and a.number = l.address_number
    where l.problem_id = ${problem} and l.round = ${round} and l.number > ${after}
    order by l.number
    limit ${most}`.execute(read)
  return rows.map(({ number, name, lines, postcode, town }) => ({
    number,
    address: [name, ...lines, `${postcode} ${town}`.trim()].filter((line) => line !== ''),
  }))
}

type Part = { readonly round: number; readonly part: number; readonly letters: number; readonly bytes: Buffer }

/** Once, however often the job runs; never after the run was confirmed, when its codes are nobody's any more. */
export async function putPart(tx: Tx, problem: Id<'problem'>, { round, part, letters, bytes }: Part): Promise<void> {
  await sql`
    insert into arena.letter_print (jurisdiction_id, problem_id, round, part, letters, bytes, made_at)
    select r.jurisdiction_id, r.problem_id, r.round, ${part}, ${letters}, ${bytes}, ${tx.now}
    from arena.letter_round r
    where r.problem_id = ${problem} and r.round = ${round} and r.code_key is not null
    for share
    on conflict do nothing`.execute(tx)
}

export async function partOf(
  read: Read,
  problem: Id<'problem'>,
  { round, part }: { readonly round: number; readonly part: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await read
    .selectFrom('arena.letter_print')
    .select('bytes')
    .where('problem_id', '=', problem)
    .where('round', '=', round)
    .where('part', '=', part)
    .executeTakeFirst()
  return row && new Uint8Array(row.bytes)
}
