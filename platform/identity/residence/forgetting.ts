import { clock, type Tx } from '../../db/index.ts'

/** A list is a year old at most: people move. */
export const daysOfList = 365
/** Letters that nobody said were printed cannot be printed for ever. */
export const daysToPrint = 30
/** What was asked for and never sent; and askings, which bound how often one asks. */
export const daysOfAsking = 60

/** Written down at a desk and confirmed by nobody; confirmed, so long as somebody may ask who did. */
export const daysToConfirm = 14
export const daysOfSeen = 365

/** What is over is erased: the list, letters, keys, askings, and what people have shown. */
export async function forgetResidence(tx: Tx): Promise<void> {
  const now = await clock(tx)
  const before = (days: number): Temporal.Instant => now.subtract({ hours: 24 * days })
  await tx.deleteFrom('identity.address_list').where('listed_at', '<', before(daysOfList)).execute()
  await tx.deleteFrom('identity.residence_letter').where('ends_at', '<=', now).execute()
  await tx
    .updateTable('identity.residence_run')
    .set({ code_key: null, printed_at: now })
    .where('code_key', 'is not', null)
    .where('made_at', '<', before(daysToPrint))
    .execute()
  const day = before(daysOfAsking).toZonedDateTimeISO('UTC').toPlainDate()
  await tx.deleteFrom('identity.residence_asked').where('asked_on', '<', day).execute()
  await tx.deleteFrom('identity.residence_try').where('at', '<', before(daysOfAsking)).execute()
  await tx.deleteFrom('identity.residence_desk').where('ends_at', '<=', now).execute()
  await tx
    .deleteFrom('identity.residence_seen')
    .where((where) =>
      where.or([
        where('confirmed_at', '<', before(daysOfSeen)),
        where.and([where('confirmed_at', 'is', null), where('recorded_at', '<', before(daysToConfirm))]),
      ]),
    )
    .execute()
  // A day later than the day it ends, so that it ends nowhere before it does.
  const yesterday = before(1).toZonedDateTimeISO('UTC').toPlainDate()
  await tx.deleteFrom('identity.residence').where('ends_on', '<', yesterday).execute()
}
