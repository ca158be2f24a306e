import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Database, Tx } from '../db/index.ts'
import type { Jurisdiction } from '../directory/index.ts'
import { accountById } from '../identity/index.ts'
import { post } from '../mail/index.ts'
import { subjectOf, wordsFor, type Happened, type TellSettings } from './mail-text.ts'
import { noticeWords } from './messages/words.ts'

/**
 * One mail a day to those who want it so: it goes out when the oldest thing not yet mailed is a day old.
 * Asked again and again by the worker; two workers at once send it once.
 */
export async function mailDigests(database: Database, place: Jurisdiction, settings: TellSettings): Promise<void> {
  const { rows } = await sql<{ account: Id<'account'> }>`
    select n.account_id as account
    from notices.notice n
    join identity.account a on a.jurisdiction_id = n.jurisdiction_id and a.id = n.account_id
    where a.mail_frequency = 'digest' and n.mailed_at is null and n.read_at is null
    group by n.account_id
    having min(n.at) <= clock_timestamp() - interval '1 day'
    order by n.account_id`.execute(database.read(place.id))
  for (const { account } of rows) {
    await database.transact(place.id, null, (tx) => mailDigest(tx, account, { place, settings }))
  }
}

type Occasion = { readonly place: Jurisdiction; readonly settings: TellSettings }

async function mailDigest(tx: Tx, id: Id<'account'>, { place, settings }: Occasion): Promise<void> {
  const account = await accountById(tx, id)
  const happened = await takeUnmailed(tx, id)
  if (!account || happened.length === 0) return
  const { lang, newsOf, linkTo } = wordsFor(account, place, settings)
  const say = noticeWords.say(lang)
  const list = happened.map((one) => `${newsOf(one)}\n${linkTo(one.address, one.params)}`).join('\n\n')
  await post(tx, {
    to: account.email,
    subject: subjectOf(say('digest.subject', { place: place.name, count: happened.length })),
    text: say('digest.text', { place: place.name, list, settings: linkTo('me', {}) }),
  })
}

/** Marks as mailed what is about to be; the row locks let only one worker have each. */
async function takeUnmailed(tx: Tx, account: Id<'account'>): Promise<readonly Happened[]> {
  const rows = await tx
    .updateTable('notices.notice')
    .set({ mailed_at: tx.now })
    .where('account_id', '=', account)
    .where('mailed_at', 'is', null)
    .where('read_at', 'is', null)
    .returning(['stage', 'message', 'values', 'address', 'params', 'at'])
    .execute()
  return rows
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .map((row) => row as unknown as Happened) // written by `tellJob` alone
}
