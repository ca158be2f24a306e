import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Choice, Tally } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Position, Revision } from './position.ts'

type Row = Omit<Position, 'revisions'> & Revision

const columns = sql`
  p.id, p.statement_id as statement, p.person_id as person, r.account_id as account, r.number, r.choice, r.reason, r.language,
  r.taken_at as at, r.is_after_close as "isAfterClose"
  from opinion.statement_position p
  join opinion.position_revision r on r.jurisdiction_id = p.jurisdiction_id and r.position_id = p.id`

/** In one consultation, in the order in which they were first taken. */
export async function positionsIn(read: Read, consultation: Id<'consultation'>): Promise<readonly Position[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    join opinion.statement s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.statement_id
    where s.consultation_id = ${consultation} order by p.id, r.number`.execute(read)
  return gathered(rows)
}

/** On one statement, in the same order. */
export async function positionsOn(read: Read, statement: Id<'statement'>): Promise<readonly Position[]> {
  const { rows } = await sql<Row>`
    select ${columns} where p.statement_id = ${statement} order by p.id, r.number`.execute(read)
  return gathered(rows)
}

/** What this politician said of statements, the newest five hundred first, each with all it was before. */
export async function statementPositionsBy(read: Read, person: Id<'person'>): Promise<readonly Position[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    where p.id in (
      select n.id from opinion.statement_position n where n.person_id = ${person} order by n.id desc limit 500
    )
    order by p.id desc, r.number`.execute(read)
  return gathered(rows)
}

export type WhereSaid = {
  readonly statement: Id<'statement'>
  readonly problem: Id<'problem'>
  readonly closedAt: Temporal.Instant | null
  readonly isTakenOut: boolean
  /** By the reader, as by `hasPosition`. */
  readonly hasVoted: boolean
  readonly hasPosition: boolean
}

/** In which case each of these statements stands, and what the reader said of it herself: by that names are shown to her. */
export async function whereSaid(
  read: Read,
  statements: readonly Id<'statement'>[],
  { account, person }: { readonly account: Id<'account'> | null; readonly person: Id<'person'> | null },
): Promise<readonly WhereSaid[]> {
  const { rows } = await sql<WhereSaid>`
    select s.id as statement, c.problem_id as problem, c.closed_at as "closedAt", s.is_taken_out as "isTakenOut",
      exists (
        select from opinion.participant p
        join opinion.vote v on v.jurisdiction_id = p.jurisdiction_id and v.participant_id = p.id and v.statement_id = s.id
        where p.consultation_id = c.id and p.account_id = ${account}
      ) as "hasVoted",
      exists (
        select from opinion.statement_position o where o.statement_id = s.id and o.person_id = ${person}
      ) as "hasPosition"
    from opinion.statement s
    join opinion.consultation c on c.jurisdiction_id = s.jurisdiction_id and c.id = s.consultation_id
    where s.id = any(${statements}::uuid[])`.execute(read)
  return rows
}

export async function positionsById(read: Read, ids: readonly Id[]): Promise<readonly Position[]> {
  const { rows } = await sql<Row>`
    select ${columns} where p.id = any(${ids}::uuid[]) order by p.id, r.number`.execute(read)
  return gathered(rows)
}

export async function positionOf(
  read: Read,
  { statement, person }: { readonly statement: Id<'statement'>; readonly person: Id<'person'> },
): Promise<Position | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} where p.statement_id = ${statement} and p.person_id = ${person} order by r.number`.execute(read)
  return gathered(rows)[0]
}

function gathered(rows: readonly Row[]): readonly Position[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { id, statement, person, account } = first
    const revisions = same.map(({ number, choice, reason, language, at, isAfterClose }) => ({
      number,
      choice,
      reason,
      language,
      at,
      isAfterClose,
    }))
    return [{ id, statement, person, account, revisions }]
  })
}

export async function putPosition(
  tx: Tx,
  { statement, person }: Pick<Position, 'statement' | 'person'>,
): Promise<Id<'statement-position'>> {
  const id = newId('statement-position')
  await tx
    .insertInto('opinion.statement_position')
    .values({ jurisdiction_id: tx.jurisdiction, id, statement_id: statement, person_id: person })
    .execute()
  return id
}

export type NewRevision = Revision & { readonly account: Id<'account'> }

export async function putRevision(tx: Tx, position: Id<'statement-position'>, revision: NewRevision): Promise<void> {
  await tx
    .insertInto('opinion.position_revision')
    .values({
      jurisdiction_id: tx.jurisdiction,
      position_id: position,
      number: revision.number,
      choice: revision.choice,
      reason: revision.reason,
      language: revision.language,
      account_id: revision.account,
      taken_at: revision.at,
      is_after_close: revision.isAfterClose,
    })
    .execute()
}

/** How members voted, as counted at the close; nothing before it. Never to be shown as it is: see `members.ts`. */
export async function memberTallies(
  read: Read,
  consultation: Id<'consultation'>,
): Promise<ReadonlyMap<Id<'statement'>, Tally>> {
  const { rows } = await sql<Tally & { readonly statement: Id<'statement'> }>`
    select m.statement_id as statement, m.agree, m.disagree, m.pass
    from opinion.member_tally m
    join opinion.statement s on s.jurisdiction_id = m.jurisdiction_id and s.id = m.statement_id
    where s.consultation_id = ${consultation}`.execute(read)
  return new Map(rows.map(({ statement, ...tally }) => [statement, tally]))
}

/** The last votes of these accounts in this consultation, counted. O(their votes). */
export async function countVotesOf(
  read: Read,
  consultation: Id<'consultation'>,
  accounts: readonly Id<'account'>[],
): Promise<ReadonlyMap<Id<'statement'>, Tally>> {
  const { rows } = await sql<{ statement: Id<'statement'>; choice: Choice; voters: number }>`
    select statement, choice, count(*)::integer as voters
    from (
      select distinct on (v.statement_id, v.participant_id) v.statement_id as statement, v.choice
      from opinion.participant p
      join opinion.vote v on v.jurisdiction_id = p.jurisdiction_id and v.participant_id = p.id
      where p.consultation_id = ${consultation} and p.account_id = any(${accounts}::uuid[])
      order by v.statement_id, v.participant_id, v.revision desc
    ) last
    group by statement, choice`.execute(read)
  const counted = new Map<Id<'statement'>, Tally>()
  for (const { statement, choice, voters } of rows)
    counted.set(statement, { agree: 0, disagree: 0, pass: 0, ...counted.get(statement), [choice]: voters })
  return counted
}

export async function putMemberTallies(tx: Tx, counted: ReadonlyMap<Id<'statement'>, Tally>): Promise<void> {
  if (counted.size === 0) return
  await tx
    .insertInto('opinion.member_tally')
    .values(
      [...counted].map(([statement, { agree, disagree, pass }]) => ({
        jurisdiction_id: tx.jurisdiction,
        statement_id: statement,
        agree,
        disagree,
        pass,
      })),
    )
    .execute()
}
