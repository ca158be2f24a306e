import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { createTransport } from 'nodemailer'
import type { Database, Read, Tx } from '../db/index.ts'
import { enqueue, type EnqueueOptions, type Job } from '../jobs/index.ts'

/** One mail to one person. Links in it come from the configured origin, never from a request. */
export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same words with links one can press. */
  readonly html?: string
  /** Where whoever gets it stops such mails: mail programs show it as a button of their own. */
  readonly stop?: string
}

/** Puts a mail on its way within the transaction; the worker sends it, or lays it in the outbox when no server is set. */
export async function post(tx: Tx, mail: Mail, options: EnqueueOptions = {}): Promise<void> {
  await enqueue(tx, 'mail.send', { jurisdiction: tx.jurisdiction, id: newId('event'), ...mail }, options)
}

export type MailSettings = { readonly smtpUrl: string | null; readonly from: string }

/** A server that does not answer must not hold up the others' mail for longer than this. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

type Posted = Mail & { readonly jurisdiction: Id<'jurisdiction'>; readonly id: string }

/**
 * The worker's part. Throws when the server refuses, so that the queue tries again. A mail the server took is not sent again,
 * also when the worker ended before the queue knew; ended it between the two, the second bears the same message id, and
 * mailboxes keep one of them.
 */
export function mailSender({ smtpUrl, from }: MailSettings): (database: Database, job: Job) => Promise<void> {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, ...patience }) : null
  return async (database, job) => {
    const posted = job as Job & Omit<Posted, 'id'> & Partial<Posted> // written by `post`
    const mail: Posted = { ...posted, id: posted.id ?? newId('event') } // an earlier release gave none
    if (!transport) {
      await layInOutbox(database, mail)
      return
    }
    if (await isSent(database.read(mail.jurisdiction), mail.id)) return
    // As an object it is one address, whatever commas it holds; out-of-office replies are not asked for.
    const to = { name: '', address: mail.to }
    const { subject, text, html, stop } = mail
    const headers = {
      'auto-submitted': 'auto-generated',
      // One press in the mail program itself, RFC 8058; a mailbox takes it up only where the operator's server signs with DKIM.
      ...(stop !== undefined && { 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }),
    }
    const list = stop === undefined ? {} : { list: { unsubscribe: stop } }
    try {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        ...(html && { html }),
        headers,
        messageId: idOf(mail, from),
        ...list,
      })
    } catch (error) {
      throw new Error(`a mail was not taken: ${whyOf(error)}`) // what the server answers names the address
    }
    await database.transact(mail.jurisdiction, null, async (tx) => {
      await tx
        .insertInto('mail.sent')
        .values({ jurisdiction_id: mail.jurisdiction, id: mail.id, at: tx.now })
        .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'id']).doNothing())
        .execute()
    })
  }
}

async function layInOutbox(database: Database, { jurisdiction, id, to, subject, text }: Posted): Promise<void> {
  await database.transact(jurisdiction, null, async (tx) => {
    await tx
      .insertInto('mail.outbox')
      .values({ jurisdiction_id: jurisdiction, id, recipient: to, subject, body: text })
      .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'id']).doNothing())
      .execute()
  })
}

async function isSent(read: Read, id: string): Promise<boolean> {
  const row = await read.selectFrom('mail.sent').select('at').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Made from the mail, so that it is the same however often it is sent; from the sender's own domain, as servers expect. */
function idOf({ id }: Posted, from: string): string {
  return `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}>`
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
  await tx
    .deleteFrom('mail.sent')
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
