import { href, type Address, type Params } from '@folkmoot/basics/addresses.ts'
import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import type { Values } from '../i18n/index.ts'
import { sql } from 'kysely'
import type { Database, Tx } from '../db/index.ts'
import { enqueue, type Job, type Work } from '../jobs/index.ts'
import { post } from '../mail/index.ts'
import { upstream } from '../thread/index.ts'

/** Something happened to a thing: who follows it, or anything it came from, hears of it. */
export type Happening = {
  readonly about: Thing
  /** A message of the stage that tells, with its values. */
  readonly stage: string
  readonly message: string
  readonly values: Values
  /** Where to read on; language and place are filled in for each reader. */
  readonly address: Address
  readonly params: Readonly<Record<string, string | number>>
  /** The one who did it knows already. */
  readonly except?: Id<'account'> | null | undefined
}

/** Puts the telling on its way, within the transaction of the act. */
export async function tell(tx: Tx, { except, ...happening }: Happening): Promise<void> {
  await enqueue(tx, 'notices.tell', {
    ...happening,
    jurisdiction: tx.jurisdiction,
    happening: newId('event'),
    at: tx.now.toString(),
    except: except ?? null,
  })
}

export type Telling = {
  readonly origin: () => string
  readonly say: (stage: string, lang: string) => (message: string, values: Values) => string
}

type TellJob = Omit<Happening, 'except'> & {
  readonly jurisdiction: Id<'jurisdiction'>
  readonly happening: Id<'event'>
  readonly at: string
  readonly except: Id<'account'> | null
}

type Reader = {
  readonly account: Id<'account'>
  readonly email: string
  readonly language: string
  readonly mailFrequency: string
  readonly slug: string
}

/** The worker's part: each follower upstream gets the notice once, and a mail when she wants them at once. */
export function tellJob(telling: Telling): Work {
  return async (database: Database, job: Job) => {
    const told = job as unknown as TellJob // written by `tell` alone
    const read = database.read(told.jurisdiction)
    const strands = await upstream(read, told.about)
    const ids = [...new Set([told.about.id, ...strands.map((strand) => strand.to.id)])]
    await database.transact(told.jurisdiction, null, async (tx) => {
      for (const reader of await readersOf(tx, ids, told.except)) {
        const isNew = await putNotice(tx, reader, told)
        if (isNew && reader.mailFrequency === 'at-once') await mail(tx, reader, { told, telling })
      }
    })
  }
}

async function readersOf(tx: Tx, ids: readonly Id[], except: Id<'account'> | null): Promise<readonly Reader[]> {
  const { rows } = await sql<Reader>`
    select distinct a.id as account, a.email, a.language, a.mail_frequency as "mailFrequency", j.slug
    from notices.follow f
    join identity.account a on a.jurisdiction_id = f.jurisdiction_id and a.id = f.account_id
    join directory.jurisdiction j on j.id = f.jurisdiction_id
    where f.about_id = any(${ids}::uuid[]) and (${except}::uuid is null or a.id <> ${except})
    order by a.id`.execute(tx)
  return rows
}

/** False when this person has heard of it already: a job may run twice. */
async function putNotice(tx: Tx, reader: Reader, told: TellJob): Promise<boolean> {
  const result = await tx
    .insertInto('notices.notice')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: newId('notice'),
      account_id: reader.account,
      stage: told.stage,
      message: told.message,
      values: JSON.stringify(told.values),
      address: told.address,
      params: JSON.stringify(told.params),
      happening: told.happening,
      at: Temporal.Instant.from(told.at),
      mailed_at: reader.mailFrequency === 'at-once' ? tx.now : null,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id', 'happening']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

async function mail(tx: Tx, reader: Reader, { told, telling }: { readonly told: TellJob; readonly telling: Telling }): Promise<void> {
  const sentence = telling.say(told.stage, reader.language)(told.message, told.values)
  const params = { lang: reader.language, jurisdiction: reader.slug, ...told.params } as unknown as Params<Address> // `tell` gave the rest
  await post(tx, {
    to: reader.email,
    subject: sentence.length > 120 ? `${sentence.slice(0, 119)}…` : sentence,
    text: `${sentence}\n\n${telling.origin()}${href(told.address, params)}\n`,
  })
}
