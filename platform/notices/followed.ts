import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../db/index.ts'

export type Followed = { readonly about: Thing; readonly asAuthor: boolean; readonly since: Temporal.Instant }

// Rows of three columns, paged where they are shown: what she wrote twenty years ago is still hers.
const mostShown = 5_000

/** What this person follows, her own words among it; newest first. */
export async function followedBy(read: Read, account: Id<'account'>): Promise<readonly Followed[]> {
  const rows = await read
    .selectFrom('notices.follow')
    .select(['about_kind', 'about_id', 'as_author', 'since'])
    .where('account_id', '=', account)
    .orderBy('since', 'desc')
    .orderBy('about_id')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    about: { kind: row.about_kind, id: row.about_id } as Thing, // written by `follow` alone
    asAuthor: row.as_author,
    since: row.since,
  }))
}
