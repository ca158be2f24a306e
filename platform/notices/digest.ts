import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Database, Read, Tx } from '../db/index.ts'
import type { Jurisdiction } from '../directory/index.ts'
import { accountById } from '../identity/index.ts'
import { impatient, type Patience } from '../jobs/index.ts'
import { post } from '../mail/index.ts'
import { caseNamed } from './around.ts'
import { mailOfMorning, type Happened, type HappenedThere, type TellSettings } from './mail-text.ts'
import { latestMorning, type Morning } from './morning.ts'
import { stopTokenOf } from './stop-link.ts'

/**
 * One mail a day to those who want it so, with everything that happened before the place's morning. Asked again and again by
 * the worker: marked as mailed, kept as this morning's and put on the queue in one transaction, so that a crash loses nothing
 * and two workers at once send it once.
 */
export async function mailDigests(
  database: Database,
  place: Jurisdiction,
  settings: TellSettings,
  patience: Patience = impatient,
): Promise<void> {
  const now = await database.now()
  const morning = latestMorning(place.timeZone, now)
  const { rows } = await sql<{ account: Id<'account'> }>`
    select distinct n.account_id as account
    from notices.notice n
    join identity.account a on a.jurisdiction_id = n.jurisdiction_id and a.id = n.account_id
    where a.mail_frequency <> 'never' and n.mail = 'digest' and n.mailed_at is null and n.read_at is null
      and n.at < ${morning.at.toString()}::timestamptz
      and not exists (
        select from notices.digest d
        where d.jurisdiction_id = n.jurisdiction_id and d.account_id = n.account_id
          and d.morning = ${morning.day.toString()}::date
      )
    order by n.account_id`.execute(database.read(place.id))
  for (const { account } of rows) {
    // A mail that cannot be written holds up nobody else's.
    await patience({ id: `digest of account ${account}`, now }, () =>
      database.transact(place.id, null, (tx) => mailDigest(tx, account, { place, settings, morning })),
    )
  }
}

type Occasion = { readonly place: Jurisdiction; readonly settings: TellSettings; readonly morning: Morning }

async function mailDigest(tx: Tx, id: Id<'account'>, { place, settings, morning }: Occasion): Promise<void> {
  const account = await accountById(tx, id)
  if (!account || !(await isFirstOf(tx, id, morning))) return
  const happened = await takeUnmailed(tx, id, morning)
  if (happened.length === 0) return
  const reading = { account, place, settings, stopToken: await stopTokenOf(tx, id) }
  await post(tx, mailOfMorning(await byCase(tx, happened), reading))
}

const daysRemembered = 30

/** Whoever keeps the morning sends its mail; another worker at once waits here, and then finds it kept. */
async function isFirstOf(tx: Tx, account: Id<'account'>, { day }: Morning): Promise<boolean> {
  await tx
    .deleteFrom('notices.digest')
    .where('account_id', '=', account)
    .where('morning', '<', day.subtract({ days: daysRemembered }))
    .execute()
  const kept = await tx
    .insertInto('notices.digest')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, morning: day, at: tx.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id', 'morning']).doNothing())
    .returning('morning')
    .execute()
  return kept.length > 0
}

async function takeUnmailed(tx: Tx, account: Id<'account'>, { at }: Morning): Promise<readonly Happened[]> {
  const rows = await tx
    .updateTable('notices.notice')
    .set({ mailed_at: tx.now })
    .where('account_id', '=', account)
    .where('mail', '=', 'digest')
    .where('mailed_at', 'is', null)
    .where('read_at', 'is', null)
    .where('at', '<', at)
    .returning(['stage', 'message', 'values', 'address', 'params', 'at'])
    .execute()
  return rows
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .map((row) => row as unknown as Happened) // written by `tellJob` alone
}

/** In the order in which the cases first moved; what belongs to no case comes last. */
async function byCase(read: Read, happened: readonly Happened[]): Promise<readonly HappenedThere[]> {
  const bySlug = Map.groupBy(happened, ({ params }) => String(params['problem'] ?? ''))
  const named = await Promise.all(
    [...bySlug].map(async ([slug, there]) => ({
      title: slug === '' ? null : ((await caseNamed(read, slug)) ?? null),
      happened: there,
    })),
  )
  const titled = named.filter(({ title }) => title !== null)
  const others = named.filter(({ title }) => title === null).flatMap((one) => one.happened)
  return others.length === 0 ? titled : [...titled, { title: null, happened: others }]
}
