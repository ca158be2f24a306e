import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { RunState } from './rules.ts'
import type { Certified, Conflict, Progress } from './solving.ts'
import type { At } from './store.ts'

/** One try to make the panels. */
export type Run = RunState & {
  readonly run: number
  readonly version: number
  readonly by: Id<'account'>
  readonly askedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly progress: Progress | null
  readonly conflict: Conflict | null
}

/** The newest try. */
export async function lastRunOf(read: Read, { problem, lottery }: At): Promise<Run | null> {
  const row = await read
    .selectFrom('arena.lottery_run')
    .select(['run', 'version', 'state', 'asked_by', 'asked_at', 'ended_at', 'progress', 'conflict'])
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .orderBy('run', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    run: row.run,
    version: row.version,
    state: row.state as Run['state'], // held by a check constraint
    by: row.asked_by,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    progress: row.progress === '{}' ? null : (JSON.parse(row.progress) as Progress), // written below
    conflict: row.conflict === null ? null : (JSON.parse(row.conflict) as Conflict),
  }
}

export async function putRun(
  tx: Tx,
  { problem, lottery }: At,
  { run, version, by }: { readonly run: number; readonly version: number; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('arena.lottery_run')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      lottery_number: lottery,
      run,
      version,
      asked_by: by,
      asked_at: tx.now,
    })
    .execute()
}

export type RunAt = At & { readonly run: number }

/** That somebody works on it, and how far it has come. A try that has ended stays ended. */
export async function beat(tx: Tx, { problem, lottery, run }: RunAt, progress: Progress): Promise<boolean> {
  const beaten = await tx
    .updateTable('arena.lottery_run')
    .set({ state: 'running', progress: JSON.stringify(progress), beat_at: tx.now })
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .where('run', '=', run)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return beaten.numUpdatedRows > 0n
}

export async function endRun(
  tx: Tx,
  { problem, lottery, run }: RunAt,
  {
    state,
    conflict = null,
  }: { readonly state: Exclude<RunState['state'], 'waiting' | 'running'>; readonly conflict?: Conflict | null },
): Promise<void> {
  await tx
    .updateTable('arena.lottery_run')
    .set({ state, ended_at: tx.now, conflict: conflict === null ? null : JSON.stringify(conflict) })
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .where('run', '=', run)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
}

/** The published panels: for each of 000 to 999 the numbers on it. */
export type Panels = {
  readonly version: number
  /** Numbers that left before the panels were made. */
  readonly left: readonly number[]
  readonly inputHash: string
  readonly hash: string
  readonly method: string
  readonly seed: string
  readonly panels: readonly (readonly number[])[]
  readonly certificate: Certified
  readonly madeAt: Temporal.Instant
}

export async function panelsOf(read: Read, { problem, lottery }: At): Promise<Panels | undefined> {
  const { rows } = await sql<Panels>`
    select p.version, p.left_numbers as left, p.input_hash as "inputHash", p.hash, p.method, p.seed, p.panels,
      p.certificate, p.made_at as "madeAt"
    from arena.lottery_panels p
    where p.problem_id = ${problem} and p.lottery_number = ${lottery}`.execute(read)
  return rows[0]
}

/** When they were published, without reading them. */
export async function panelsAtOf(read: Read, { problem, lottery }: At): Promise<Temporal.Instant | undefined> {
  const row = await read
    .selectFrom('arena.lottery_panels')
    .select('made_at')
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .executeTakeFirst()
  return row?.made_at
}

export async function putPanels(tx: Tx, { problem, lottery, run }: RunAt, made: Omit<Panels, 'madeAt'>): Promise<void> {
  await sql`
    insert into arena.lottery_panels (jurisdiction_id, problem_id, lottery_number, version, run, left_numbers, input_hash, hash,
      method, seed, panels, certificate, made_at)
    values (${tx.jurisdiction}, ${problem}, ${lottery}, ${made.version}, ${run}, ${[...made.left]}::integer[],
      ${made.inputHash}, ${made.hash}, ${made.method}, ${made.seed}, ${JSON.stringify(made.panels)}::jsonb,
      ${JSON.stringify(made.certificate)}::jsonb, ${tx.now})`.execute(tx)
}

/** What the dice showed, as written once and again. */
export type Throw = {
  readonly attempt: number
  readonly panel: number
  readonly place: string
  readonly thrownBy: string
  readonly witnesses: string
  readonly watched: number | null
  readonly thrownAt: Temporal.Instant
  /** The attempt whose dice were looked at again; null where they were thrown. */
  readonly sameAs: number | null
  readonly typedBy: Id<'account'>
  readonly typedByName: string
  readonly typedAt: Temporal.Instant
  readonly secondPanel: number | null
  readonly secondBy: Id<'account'> | null
  readonly secondByName: string | null
  readonly secondAt: Temporal.Instant | null
}

/** All that was ever written, the first first. */
export async function throwsOf(read: Read, { problem, lottery }: At): Promise<readonly Throw[]> {
  const { rows } = await sql<Throw>`
    select t.attempt, t.panel, t.place, t.thrown_by as "thrownBy", t.witnesses, t.watched, t.thrown_at as "thrownAt",
      t.same_as as "sameAs", t.second_by as "secondBy", t.typed_by as "typedBy", a.name as "typedByName", t.typed_at as "typedAt", t.second_panel as "secondPanel",
      b.name as "secondByName", t.second_at as "secondAt"
    from arena.lottery_throw t
    join identity.account a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.typed_by
    left join identity.account b on b.jurisdiction_id = t.jurisdiction_id and b.id = t.second_by
    where t.problem_id = ${problem} and t.lottery_number = ${lottery}
    order by t.attempt`.execute(read)
  return rows
}

export type NewThrow = Pick<
  Throw,
  'attempt' | 'panel' | 'place' | 'thrownBy' | 'witnesses' | 'watched' | 'thrownAt' | 'sameAs' | 'typedBy'
>

export async function putThrow(tx: Tx, { problem, lottery }: At, thrown: NewThrow): Promise<void> {
  await tx
    .insertInto('arena.lottery_throw')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      lottery_number: lottery,
      attempt: thrown.attempt,
      panel: thrown.panel,
      place: thrown.place,
      thrown_by: thrown.thrownBy,
      witnesses: thrown.witnesses,
      watched: thrown.watched,
      thrown_at: thrown.thrownAt,
      same_as: thrown.sameAs,
      typed_by: thrown.typedBy,
      typed_at: tx.now,
    })
    .execute()
}

export async function putSecond(
  tx: Tx,
  { problem, lottery }: At,
  { attempt, panel, by }: { readonly attempt: number; readonly panel: number; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('arena.lottery_throw')
    .set({ second_panel: panel, second_by: by, second_at: tx.now })
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .where('attempt', '=', attempt)
    .execute()
}
