import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../db/index.ts'

/** A party of the majority of a body, and where that can be read. */
export type MajorityParty = {
  readonly body: Id<'body'>
  readonly party: Id<'body'>
  readonly name: string
  readonly source: string
  readonly saidAt: Temporal.Instant
}

/** Which parties form the majority, by body and name; a body nobody has said it of has none. */
export async function majorities(read: Read): Promise<readonly MajorityParty[]> {
  const { rows } = await sql<MajorityParty>`
    select m.body_id as body, m.party_id as party, b.name, m.source, m.said_at as "saidAt"
    from directory.majority m
    join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.party_id
    order by m.body_id, b.name`.execute(read)
  return rows
}

export async function majorityOf(read: Read, body: Id<'body'>): Promise<readonly MajorityParty[]> {
  return (await majorities(read)).filter((one) => one.body === body)
}

export type SaidMajority = {
  readonly body: Id<'body'>
  readonly parties: readonly Id<'body'>[]
  readonly source: string
  readonly by: Id<'account'>
}

/** What is said now takes the place of what was said before; no party is: it is unknown again. */
export async function putMajority(tx: Tx, { body, parties, source, by }: SaidMajority): Promise<void> {
  await tx.deleteFrom('directory.majority').where('body_id', '=', body).execute()
  if (parties.length === 0) return
  await tx
    .insertInto('directory.majority')
    .values(
      parties.map((party) => ({
        jurisdiction_id: tx.jurisdiction,
        body_id: body,
        party_id: party,
        source,
        said_by: by,
        said_at: tx.now,
      })),
    )
    .execute()
}
