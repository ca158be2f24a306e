import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { NamedVote, NamedVoter } from '../../../platform/directory/votes/names.ts'

/** A record of a vote that was taken back, and why. */
export type Withdrawal = {
  readonly resolution: Id<'resolution'>
  readonly reason: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
}

export async function withdrawalsOf(read: Read, mandates: readonly Id<'mandate'>[]): Promise<readonly Withdrawal[]> {
  if (mandates.length === 0) return []
  const { rows } = await sql<Withdrawal>`
    select w.resolution_id as resolution, w.reason, w.withdrawn_by as by, w.withdrawn_at as at
    from mandate.withdrawal w
    where w.mandate_id = any(${mandates}::uuid[])`.execute(read)
  return rows
}

export type NewWithdrawal = Omit<Withdrawal, 'at'> & { readonly mandate: Id<'mandate'> }

export async function putWithdrawal(tx: Tx, { resolution, mandate, reason, by }: NewWithdrawal): Promise<void> {
  await tx
    .insertInto('mandate.withdrawal')
    .values({
      jurisdiction_id: tx.jurisdiction,
      resolution_id: resolution,
      mandate_id: mandate,
      reason,
      withdrawn_by: by,
      withdrawn_at: tx.now,
    })
    .execute()
}

/** Why less was promised, by motion. */
export async function loweringOf(read: Read, resolution: Id<'resolution'> | null): Promise<string | undefined> {
  if (resolution === null) return undefined
  const row = await read
    .selectFrom('mandate.lowering')
    .select('reason')
    .where('resolution_id', '=', resolution)
    .executeTakeFirst()
  return row?.reason
}

/** Why less was promised, of all motions on these versions. */
export async function loweringsOf(
  read: Read,
  mandates: readonly Id<'mandate'>[],
): Promise<ReadonlyMap<Id<'resolution'>, string>> {
  if (mandates.length === 0) return new Map()
  const rows = await read
    .selectFrom('mandate.lowering')
    .select(['resolution_id', 'reason'])
    .where('mandate_id', 'in', [...mandates])
    .execute()
  return new Map(rows.map(({ resolution_id: resolution, reason }) => [resolution, reason]))
}

export type NewLowering = {
  readonly resolution: Id<'resolution'>
  readonly mandate: Id<'mandate'>
  readonly reason: string
}

export async function putLowering(tx: Tx, { resolution, mandate, reason }: NewLowering): Promise<void> {
  await tx
    .insertInto('mandate.lowering')
    .values({ jurisdiction_id: tx.jurisdiction, resolution_id: resolution, mandate_id: mandate, reason })
    .execute()
}

export type NamedRow = NamedVoter & { readonly resolution: Id<'resolution'> }

/** Who voted how, by name, for these motions. */
export async function namedVotesOf(read: Read, mandates: readonly Id<'mandate'>[]): Promise<readonly NamedRow[]> {
  if (mandates.length === 0) return []
  const { rows } = await sql<NamedRow>`
    select v.resolution_id as resolution, v.person_id as person, v.choice, p.name, p.slug
    from mandate.named_vote v
    join directory.person p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.person_id
    where v.mandate_id = any(${mandates}::uuid[])
    order by p.name`.execute(read)
  return rows
}

type Named = { readonly resolution: Id<'resolution'>; readonly mandate: Id<'mandate'> }

export async function putNamedVotes(
  tx: Tx,
  { resolution, mandate }: Named,
  named: readonly NamedVote[],
): Promise<void> {
  if (named.length === 0) return
  await tx
    .insertInto('mandate.named_vote')
    .values(
      named.map(({ person, choice }) => ({
        jurisdiction_id: tx.jurisdiction,
        resolution_id: resolution,
        mandate_id: mandate,
        person_id: person,
        choice,
      })),
    )
    .execute()
}
