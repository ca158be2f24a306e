import type { Id, Noun, Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../db/index.ts'

export type Following = {
  readonly account: Id<'account'>
  readonly about: Thing
  /** She wrote it: she hears what becomes of her words without having asked. */
  readonly asAuthor?: boolean
}

/** Following twice is following once; who is the author stays the author. */
export async function follow(tx: Tx, { account, about, asAuthor = false }: Following): Promise<void> {
  await tx
    .insertInto('notices.follow')
    .values({
      jurisdiction_id: tx.jurisdiction,
      account_id: account,
      about_kind: about.kind,
      about_id: about.id,
      as_author: asAuthor,
      since: tx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction_id', 'account_id', 'about_id'])
        .doUpdateSet({ as_author: sql`notices.follow.as_author or excluded.as_author` }),
    )
    .execute()
}

export async function unfollow(tx: Tx, account: Id<'account'>, id: Id): Promise<void> {
  await tx.deleteFrom('notices.follow').where('account_id', '=', account).where('about_id', '=', id).execute()
}

export async function isFollowing(read: Read, account: Id<'account'>, id: Id): Promise<boolean> {
  const row = await read
    .selectFrom('notices.follow')
    .select('since')
    .where('account_id', '=', account)
    .where('about_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function followerCount(read: Read, id: Id): Promise<number> {
  const { count } = await read
    .selectFrom('notices.follow')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('about_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

/** Who follows any of these, each once, in a steady order. */
export async function followersOf(read: Read, ids: readonly Id[]): Promise<readonly Id<'account'>[]> {
  const rows = await read
    .selectFrom('notices.follow')
    .select('account_id')
    .distinct()
    .where('about_id', 'in', [...ids])
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

/** Whose words these are: who wrote one of them, or told it to staff who wrote it down. */
export async function authorsOf(read: Read, ids: readonly Id[]): Promise<readonly Id<'account'>[]> {
  const rows = await read
    .selectFrom('notices.follow')
    .select('account_id')
    .distinct()
    .where('about_id', 'in', [...ids])
    .where('as_author', '=', true)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

type WrittenAbout = {
  readonly about: Id
  readonly kinds: readonly Noun[]
  /** Whose own things are not looked at. */
  readonly except: readonly Id<'account'>[]
  /** What is part of one of these is not looked at either. */
  readonly notIn: readonly Id[]
}

/** How many different people wrote the things of these kinds that are about one. */
export async function authorCount(read: Read, { about, kinds, except, notIn }: WrittenAbout): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct f.account_id)::int as count
    from thread.link l
    join notices.follow f on f.jurisdiction_id = l.jurisdiction_id and f.about_id = l.from_id and f.as_author
    where l.jurisdiction_id = ${read.jurisdiction} and l.to_id = ${about} and l.relation = 'about'
      and l.from_kind = any(${kinds}::text[]) and f.account_id <> all(${except}::uuid[])
      and not exists (
        select from thread.link w
        where w.jurisdiction_id = l.jurisdiction_id and w.from_id = l.from_id and w.relation = 'part-of'
          and w.to_id = any(${notIn}::uuid[])
      )`.execute(read)
  return rows[0]?.count ?? 0
}

/** Whose words each of these is, by its id; what nobody here wrote is left out. */
export async function authorsOfEach(
  read: Read,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Id<'account'>[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ about: Id; accounts: readonly Id<'account'>[] }>`
    select f.about_id as about, array_agg(f.account_id::uuid order by f.account_id) as accounts
    from notices.follow f
    where f.jurisdiction_id = ${read.jurisdiction} and f.about_id = any(${ids}::uuid[]) and f.as_author
    group by f.about_id`.execute(read)
  return new Map(rows.map(({ about, accounts }) => [about, accounts]))
}
