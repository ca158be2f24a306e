import { clock, type Tx } from '../db/index.ts'

/** News older than this is in the case it is about; words taken out of news need no guard once no job can bring them again. */
export const daysOfNews = 365
const daysOfGuard = 30

export async function forgetOldNotices(tx: Tx): Promise<void> {
  const now = await clock(tx)
  await tx
    .deleteFrom('notices.notice')
    .where('at', '<', now.subtract({ hours: 24 * daysOfNews }))
    .execute()
  await tx
    .deleteFrom('notices.forgotten')
    .where('at', '<', now.subtract({ hours: 24 * daysOfGuard }))
    .execute()
}
