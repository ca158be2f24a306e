import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { VoidingState } from './rules.ts'
import type { Anomaly, Kind } from './unusual.ts'

export type Look = {
  readonly consultation: Id<'consultation'>
  readonly problem: Id<'problem'>
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly voters: number
  /** At the last look; null before the first. */
  readonly votersThen: number | null
  readonly lookedAt: Temporal.Instant | null
}

/** Consultations of people here that were not looked through since they closed; one alone where it is named. */
export async function toLookThrough(
  read: Read,
  consultation: Id<'consultation'> | null = null,
): Promise<readonly Look[]> {
  const { rows } = await sql<Look>`
    select c.id as consultation, c.problem_id as problem, c.opened_at as "openedAt", c.closed_at as "closedAt",
      (
        select count(*)::integer from opinion.participant p
        where p.jurisdiction_id = c.jurisdiction_id and p.consultation_id = c.id
      ) as voters,
      l.voters as "votersThen", l.looked_at as "lookedAt"
    from opinion.consultation c
    left join opinion.anomaly_look l on l.jurisdiction_id = c.jurisdiction_id and l.consultation_id = c.id
    where not c.is_hearing and c.source is null and l.is_final is not true
      and (${consultation}::uuid is null or c.id = ${consultation}::uuid)
    order by c.id`.execute(read)
  return rows
}

export async function putLook(tx: Tx, { consultation, voters, closedAt }: Look): Promise<void> {
  const looked = { voters, is_final: closedAt !== null, looked_at: tx.now }
  await tx
    .insertInto('opinion.anomaly_look')
    .values({ jurisdiction_id: tx.jurisdiction, consultation_id: consultation, ...looked })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'consultation_id']).doUpdateSet(looked))
    .execute()
}

/** Accounts by the random names under which they voted here. */
export async function accountsOf(
  read: Read,
  consultation: Id<'consultation'>,
): Promise<ReadonlyMap<string, Id<'account'>>> {
  const rows = await read
    .selectFrom('opinion.participant')
    .select(['id', 'account_id'])
    .where('consultation_id', '=', consultation)
    .execute()
  return new Map(rows.flatMap(({ id, account_id }) => (account_id === null ? [] : [[id, account_id]])))
}

export type Found = {
  readonly number: number
  readonly kind: Kind
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  readonly people: number
  readonly expected: number
  readonly foundAt: Temporal.Instant
  readonly state: VoidingState | undefined
  readonly reason: string
  readonly why: string
  readonly askedBy: Id<'account'> | null
}

type FoundRow = Omit<Found, 'state'> & { readonly state: VoidingState | null }

/** In the order they were found, with what was asked about them. */
export async function anomaliesIn(read: Read, consultation: Id<'consultation'>): Promise<readonly Found[]> {
  const { rows } = await sql<FoundRow>`
    select a.number, a.kind, a.from_at as "from", a.until_at as "until", a.people, a.expected, a.found_at as "foundAt",
      v.state, coalesce(v.reason, '') as reason, coalesce(v.why, '') as why, v.asked_by as "askedBy"
    from opinion.anomaly a
    left join opinion.voiding v
      on v.jurisdiction_id = a.jurisdiction_id and v.consultation_id = a.consultation_id and v.number = a.number
    where a.consultation_id = ${consultation}
    order by a.number`.execute(read)
  return rows.map((row) => ({ ...row, state: row.state ?? undefined }))
}

/** Who stands in each anomaly of one kind. */
export async function votersOfKind(
  read: Read,
  consultation: Id<'consultation'>,
  kind: Kind,
): Promise<readonly ReadonlySet<string>[]> {
  const { rows } = await sql<{ readonly voters: readonly string[] }>`
    select array_agg(w.participant_id::text) as voters
    from opinion.anomaly a
    join opinion.anomaly_voter w
      on w.jurisdiction_id = a.jurisdiction_id and w.consultation_id = a.consultation_id and w.number = a.number
    where a.consultation_id = ${consultation} and a.kind = ${kind}
    group by a.number`.execute(read)
  return rows.map(({ voters }) => new Set(voters))
}

export async function putAnomaly(
  tx: Tx,
  consultation: Id<'consultation'>,
  { kind, voters, from, until, expected, number }: Anomaly & { readonly number: number },
): Promise<void> {
  await sql`
    with found as (
      insert into opinion.anomaly (
        jurisdiction_id, consultation_id, number, kind, from_at, until_at, people, expected, found_at
      )
      values (
        ${tx.jurisdiction}, ${consultation}, ${number}, ${kind}, to_timestamp(${from}::float8 / 1000000),
        to_timestamp(${until}::float8 / 1000000), ${voters.length}, ${expected}, ${tx.now}
      )
      returning *
    )
    insert into opinion.anomaly_voter (jurisdiction_id, consultation_id, number, participant_id)
    select f.jurisdiction_id, f.consultation_id, f.number, v.voter
    from found f, unnest(${voters}::uuid[]) v (voter)`.execute(tx)
}

type Where = { readonly consultation: Id<'consultation'>; readonly number: number }

export async function putVoiding(
  tx: Tx,
  { consultation, number }: Where,
  { reason, by }: { readonly reason: string; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('opinion.voiding')
    .values({
      jurisdiction_id: tx.jurisdiction,
      consultation_id: consultation,
      number,
      reason,
      asked_by: by,
      asked_at: tx.now,
    })
    .execute()
}

export async function decide(
  tx: Tx,
  { consultation, number }: Where,
  { why, by }: { readonly why: string | null; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('opinion.voiding')
    .set({ state: why === null ? 'voided' : 'refused', why: why ?? '', decided_by: by, decided_at: tx.now })
    .where('consultation_id', '=', consultation)
    .where('number', '=', number)
    .execute()
}

/** Sets the votes of all who stand in it aside, but for those that are already; whose they are. */
export async function putVoided(
  tx: Tx,
  { consultation, number }: Where,
  at: Temporal.Instant,
): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly account: Id<'account'> | null }>`
    with voided as (
      insert into opinion.voided (jurisdiction_id, consultation_id, participant_id, number, at)
      select w.jurisdiction_id, w.consultation_id, w.participant_id, w.number, ${at}
      from opinion.anomaly_voter w
      where w.consultation_id = ${consultation} and w.number = ${number}
      on conflict do nothing
      returning participant_id
    )
    select p.account_id as account from voided v join opinion.participant p on p.id = v.participant_id`.execute(tx)
  return rows.flatMap(({ account }) => (account === null ? [] : [account]))
}

/** What those said last who stand in an anomaly and still count, by the id of the statement. */
export async function talliesOfFound(
  read: Read,
  consultation: Id<'consultation'>,
): Promise<ReadonlyMap<string, Tally>> {
  const { rows } = await sql<Tally & { readonly statement: string }>`
    select l.statement_id as statement, count(*) filter (where l.choice = 'agree') as agree,
      count(*) filter (where l.choice = 'disagree') as disagree, count(*) filter (where l.choice = 'pass') as pass
    from (
      select distinct on (v.statement_id, v.participant_id) v.statement_id, v.choice
      from opinion.vote v
      join opinion.statement s on s.jurisdiction_id = v.jurisdiction_id and s.id = v.statement_id
      where s.consultation_id = ${consultation}
        and v.participant_id in (
          select w.participant_id from opinion.anomaly_voter w
          where w.consultation_id = ${consultation}
            and not exists (
              select from opinion.voided x
              where x.consultation_id = ${consultation} and x.participant_id = w.participant_id
            )
        )
      order by v.statement_id, v.participant_id, v.revision desc
    ) l
    group by l.statement_id`.execute(read)
  return new Map(rows.map(({ statement, ...tally }) => [statement, tally]))
}
