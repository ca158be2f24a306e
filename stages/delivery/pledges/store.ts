import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { lockExclusive, type Read, type Tx } from '../../../platform/db/index.ts'

export type Pledge = {
  readonly id: Id<'pledge'>
  readonly slug: string
  readonly problem: Id<'problem'>
  readonly number: number
  readonly commitment: Id<'commitment'>
  readonly pledgedBy: Id<'account'> | null
  /** Named by the source of a told case. */
  readonly pledger: string
  readonly what: string
  readonly howMuch: string
  readonly byDay: Temporal.PlainDate | null
  readonly state: 'promised' | 'kept' | 'not-kept'
  readonly settledWords: string
  readonly settledBy: Id<'account'> | null
  /** Null while it is not kept, and where a told case does not say. */
  readonly deliveredOn: Temporal.PlainDate | null
  readonly deliveredMuch: string
  readonly source: string | null
}

const pledgeColumns = sql`
  g.id, p.slug, g.problem_id as problem, g.number, g.commitment_id as commitment, g.pledged_by as "pledgedBy", g.pledger, g.what, g.how_much as "howMuch",
  g.by_day as "byDay", g.state, g.settled_words as "settledWords", g.settled_by as "settledBy", g.delivered_on as "deliveredOn",
  g.delivered_much as "deliveredMuch", g.source
  from delivery.pledge g
  join problem.problem p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.problem_id`

export async function pledgesOf(read: Read, problem: Id<'problem'>): Promise<readonly Pledge[]> {
  const { rows } = await sql<Pledge>`select ${pledgeColumns} where g.problem_id = ${problem} order by g.number`.execute(
    read,
  )
  return rows
}

export async function pledgesById(read: Read, ids: readonly Id<'pledge'>[]): Promise<readonly Pledge[]> {
  const { rows } = await sql<Pledge>`select ${pledgeColumns} where g.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** All this person, or the association she speaks for, has pledged: what is open first, then the newest. */
export async function pledgesBy(read: Read, account: Id<'account'>): Promise<readonly Pledge[]> {
  const { rows } = await sql<Pledge>`
    select ${pledgeColumns} where g.pledged_by = ${account} order by g.state = 'promised' desc, g.by_day, g.id desc`.execute(
    read,
  )
  return rows
}

/** What this person pledged and has not settled. */
export async function openPledgesBy(read: Read, account: Id<'account'>): Promise<readonly Pledge[]> {
  const { rows } = await sql<Pledge>`
    select ${pledgeColumns} where g.pledged_by = ${account} and g.state = 'promised' order by g.by_day`.execute(read)
  return rows
}

/** How many this person has pledged anywhere in the 24 hours before; no other pledge of hers is written until this one is. */
export async function pledgedInADay(tx: Tx, account: Id<'account'>): Promise<number> {
  await lockExclusive(tx, account)
  const { count } = await tx
    .selectFrom('delivery.pledge')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('pledged_by', '=', account)
    .where('pledged_at', '>', tx.now.subtract({ hours: 24 }))
    .executeTakeFirstOrThrow()
  return count
}

export type NewPledge = Omit<Pledge, 'id' | 'slug' | 'settledWords' | 'settledBy' | 'deliveredOn' | 'deliveredMuch'>

export async function putPledge(tx: Tx, pledge: NewPledge): Promise<Id<'pledge'>> {
  const id = newId('pledge')
  await tx
    .insertInto('delivery.pledge')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: pledge.problem,
      number: pledge.number,
      commitment_id: pledge.commitment,
      pledged_by: pledge.pledgedBy,
      pledger: pledge.pledger,
      what: pledge.what,
      how_much: pledge.howMuch,
      by_day: pledge.byDay,
      pledged_at: tx.now,
      state: pledge.state,
      source: pledge.source,
    })
    .execute()
  return id
}

export type SettledPledge = {
  readonly state: 'kept' | 'not-kept'
  readonly words: string
  readonly by: Id<'account'>
  readonly delivered: { readonly on: Temporal.PlainDate; readonly much: string } | null
}

export async function settlePledge(
  tx: Tx,
  pledge: Id<'pledge'>,
  { state, words, by, delivered }: SettledPledge,
): Promise<void> {
  await tx
    .updateTable('delivery.pledge')
    .set({ state, settled_words: words, settled_by: by, settled_at: tx.now, ...deliveredIn(delivered) })
    .where('id', '=', pledge)
    .execute()
}

function deliveredIn(delivered: SettledPledge['delivered']) {
  return delivered ? { delivered_on: delivered.on, delivered_much: delivered.much } : {}
}
