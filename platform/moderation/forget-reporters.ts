import { clock, type Tx } from '../db/index.ts'

/** Long enough to answer whoever complains of how a report was judged. */
export const daysReportersAreKnown = 365

/** What was judged stays judged; who reported it, and in which words, is nobody's business any more. */
export async function forgetReporters(tx: Tx): Promise<void> {
  const now = await clock(tx)
  await tx
    .updateTable('moderation.report')
    .set({ reported_by: null, reason: '–' })
    .where('settled_at', '<', now.subtract({ hours: 24 * daysReportersAreKnown }))
    .where((where) => where.or([where('reported_by', 'is not', null), where('reason', '<>', '–')]))
    .execute()
}
