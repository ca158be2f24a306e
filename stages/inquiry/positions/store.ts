import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Stance } from './rules.ts'

/** Where she stood from when, and why. */
export type Standing = {
  readonly number: number
  readonly stance: Stance
  readonly reason: string
  readonly language: string
  readonly at: Temporal.Instant
}

/** Where a politician stands on one thing, with every stand she had; the last one counts. */
export type Position = {
  readonly id: Id<'position'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly person: Id<'person'>
  readonly account: Id<'account'>
  readonly subject: string
  readonly language: string
  readonly standings: readonly Standing[]
}

type Row = Omit<Position, 'standings'> &
  Omit<Standing, 'number' | 'language'> & {
    readonly standing: number
    readonly reasonLanguage: string
  }

const columns = sql`
  p.id, p.problem_id as problem, p.number, p.person_id as person, s.account_id as account, p.subject, p.language,
  s.number as standing, s.stance, s.reason, s.language as "reasonLanguage", s.taken_at as at
  from inquiry.position p
  join inquiry.standing s on s.jurisdiction_id = p.jurisdiction_id and s.position_id = p.id`

/** Positions in a case, in the order in which they were first taken. */
export async function positionsOf(read: Read, problem: Id<'problem'>): Promise<readonly Position[]> {
  const { rows } =
    await sql<Row>`select ${columns} where p.problem_id = ${problem} order by p.number, s.number`.execute(read)
  return gathered(rows)
}

/** Everything this politician stood for, over time. */
export async function positionsBy(read: Read, person: Id<'person'>): Promise<readonly Position[]> {
  const { rows } = await sql<Row>`
    select ${columns} where p.person_id = ${person} order by p.problem_id, p.number, s.number limit 1000`.execute(read)
  return gathered(rows)
}

export async function positionsById(read: Read, ids: readonly Id<'position'>[]): Promise<readonly Position[]> {
  const { rows } = await sql<Row>`
    select ${columns} where p.id = any(${ids}::uuid[]) order by p.id, s.number`.execute(read)
  return gathered(rows)
}

function gathered(rows: readonly Row[]): readonly Position[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { id, problem, number, person, account, subject, language } = first
    const standings = same.map((row) => ({
      number: row.standing,
      stance: row.stance,
      reason: row.reason,
      language: row.reasonLanguage,
      at: row.at,
    }))
    return [{ id, problem, number, person, account, subject, language, standings }]
  })
}

export type NewPosition = Omit<Position, 'id' | 'number' | 'standings' | 'account'>

/** Numbers are counted per case; the caller holds its lock. */
export async function putPosition(
  tx: Tx,
  { problem, person, subject, language }: NewPosition,
): Promise<{ readonly id: Id<'position'>; readonly number: number }> {
  const id = newId('position')
  const { rows } = await sql<{ number: number }>`
    insert into inquiry.position (jurisdiction_id, id, problem_id, number, person_id, subject, language)
    select ${tx.jurisdiction}, ${id}, ${problem}, coalesce(max(number), 0) + 1, ${person}, ${subject}, ${language}
    from inquiry.position
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${problem}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export type NewStanding = Pick<Standing, 'number' | 'stance' | 'reason' | 'language'> & {
  readonly account: Id<'account'>
}

export async function putStanding(tx: Tx, position: Id<'position'>, standing: NewStanding): Promise<void> {
  await tx
    .insertInto('inquiry.standing')
    .values({
      jurisdiction_id: tx.jurisdiction,
      position_id: position,
      number: standing.number,
      stance: standing.stance,
      reason: standing.reason,
      language: standing.language,
      account_id: standing.account,
      taken_at: tx.now,
    })
    .execute()
}
