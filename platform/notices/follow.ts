import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../db/index.ts'

export type Following = { readonly account: Id<'account'>; readonly about: Thing; readonly asAuthor: boolean }

/** From now on this person hears what happens to the thing. Authors follow their own words without asking. */
export async function follow(tx: Tx, { account, about, asAuthor }: Following): Promise<void> {
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
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unfollow(tx: Tx, account: Id<'account'>, id: Id): Promise<void> {
  await tx.deleteFrom('notices.follow').where('account_id', '=', account).where('about_id', '=', id).execute()
}

export async function isFollowing(read: Read, account: Id<'account'>, id: Id): Promise<boolean> {
  const row = await read
    .selectFrom('notices.follow')
    .select('about_id')
    .where('account_id', '=', account)
    .where('about_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function followerCount(read: Read, id: Id): Promise<number> {
  const row = await read
    .selectFrom('notices.follow')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('about_id', '=', id)
    .executeTakeFirst()
  return row?.count ?? 0
}

export type Followed = { readonly thing: Thing; readonly asAuthor: boolean; readonly since: Temporal.Instant }

/** What this person follows, her own words among it; newest first. */
export async function followedBy(read: Read, account: Id<'account'>): Promise<readonly Followed[]> {
  const rows = await read
    .selectFrom('notices.follow')
    .select(['about_kind', 'about_id', 'as_author', 'since'])
    .where('account_id', '=', account)
    .orderBy('since', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    thing: { kind: row.about_kind, id: row.about_id } as Thing, // written by `follow` alone
    asAuthor: row.as_author,
    since: row.since,
  }))
}
