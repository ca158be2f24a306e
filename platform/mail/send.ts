import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { createTransport } from 'nodemailer'
import type { Database, Read, Tx } from '../db/index.ts'
import { enqueue, type EnqueueOptions, type Job } from '../jobs/index.ts'

/** One mail to one person. Links in it come from the configured origin, never from a request. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

/** Puts a mail on its way within the transaction; the worker sends it, or lays it in the outbox when no server is set. */
export async function post(tx: Tx, mail: Mail, options: EnqueueOptions = {}): Promise<void> {
  await enqueue(tx, 'mail.send', { jurisdiction: tx.jurisdiction, ...mail }, options)
}

export type MailSettings = { readonly smtpUrl: string | null; readonly from: string }

/** The worker's part. Throws when the server refuses, so that the queue tries again. */
export function mailSender({ smtpUrl, from }: MailSettings): (database: Database, job: Job) => Promise<void> {
  const transport = smtpUrl ? createTransport(smtpUrl) : null
  return async (database, job) => {
    const { jurisdiction, to, subject, text } = job as Job & Mail & { jurisdiction: Id<'jurisdiction'> } // written by `post`
    if (transport) {
      // As an object it is one address, whatever commas it holds; out-of-office replies are not asked for.
      const headers = { 'auto-submitted': 'auto-generated' }
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, headers })
      } catch (error) {
        throw new Error(`a mail was not taken: ${whyOf(error)}`) // what the server answers names the address
      }
      return
    }
    await database.transact(jurisdiction, null, async (tx) => {
      await tx
        .insertInto('mail.outbox')
        .values({ jurisdiction_id: jurisdiction, id: newId('event'), recipient: to, subject, body: text })
        .execute()
    })
  }
}

/** The code of a failure, never its words: they end in the log. */
function whyOf(error: unknown): string {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string } // nodemailer's
  return [responseCode, code].filter((part) => part !== undefined).join(' ') || 'unknown'
}

const daysInOutbox = 7

/** Mails lie in the outbox for a week: long enough to look at, short enough to hold no old codes and addresses. */
export async function forgetOldMail(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('mail.outbox')
    .where('at', '<', tx.now.subtract({ hours: 24 * daysInOutbox }))
    .execute()
}

export type Sent = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Temporal.Instant
}

/** The newest hundred mails that would have been sent. */
export async function outbox(read: Read): Promise<readonly Sent[]> {
  const rows = await read
    .selectFrom('mail.outbox')
    .select(['recipient', 'subject', 'body', 'at'])
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ to: row.recipient, subject: row.subject, text: row.body, at: row.at }))
}
