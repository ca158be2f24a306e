import { createHash } from 'node:crypto'
import type { Address, Params } from '@folkmoot/basics/addresses.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../db/index.ts'
import type { Values } from '../i18n/index.ts'
import { enqueue, enqueueAll, type Job } from '../jobs/index.ts'

/** What happened to a thing, in words of the stage, and where to read on. */
export type News<A extends Address = Address> = {
  readonly about: Thing
  readonly stage: string
  /** A key of the stage's messages. */
  readonly message: string
  readonly values: Values
  readonly address: A
  /** Parameters of the address besides language and place: those are the reader's. */
  readonly params: Omit<Params<A>, 'lang' | 'jurisdiction'>
  /** What became of what people did: also told to who voted on a statement it came from. */
  readonly isResult?: boolean
  /** Never in a mail of its own, whatever a reader wishes: with those of the morning. */
  readonly isQuiet?: boolean
  /** The one who acted knows already. */
  readonly except?: Id<'account'> | null | undefined
  /** Whatever is told under the same name is told to one person once: the first time, and no more. */
  readonly once?: string
  /** Who hears of the same in other words. */
  readonly elsewhere?: readonly Id<'account'>[] | undefined
}

/** Tells everybody who follows the thing or anything it came from; told if and only if the act happened. */
export async function tell<A extends Address>(tx: Tx, news: News<A>): Promise<void> {
  await enqueueNews(tx, news, {})
}

/** Tells everybody a case concerns, whether she follows it or not: what nobody may learn by chance. */
export async function tellAround<A extends Address>(tx: Tx, problem: Id<'problem'>, news: News<A>): Promise<void> {
  await enqueueNews(tx, news, { around: problem })
}

/** Tells these people and nobody else, whatever they follow: what is between them and the place. */
export async function tellThese<A extends Address>(
  tx: Tx,
  accounts: readonly Id<'account'>[],
  news: News<A>,
): Promise<void> {
  if (accounts.length > 0) await enqueueNews(tx, news, { only: [...new Set(accounts)] })
}

/** To each what is hers alone, however many they are with one statement. */
export async function tellEach<A extends Address>(
  tx: Tx,
  each: readonly { readonly account: Id<'account'>; readonly news: News<A> }[],
): Promise<void> {
  await enqueueAll(
    tx,
    'notices.tell',
    each.map(({ account, news }) => jobOf(tx, news, { only: [account] })),
  )
}

type Whom = Pick<Telling, 'only' | 'around'>

async function enqueueNews<A extends Address>(tx: Tx, news: News<A>, whom: Whom): Promise<void> {
  await enqueue(tx, 'notices.tell', jobOf(tx, news, whom))
}

function jobOf<A extends Address>(tx: Tx, { except = null, elsewhere = [], once, ...news }: News<A>, whom: Whom): Job {
  return {
    jurisdiction: tx.jurisdiction,
    happening: once === undefined ? crypto.randomUUID() : uuidOf(`${tx.jurisdiction} ${once}`),
    at: tx.now.toString(),
    except,
    elsewhere,
    only: whom.only ?? null,
    around: whom.around ?? null,
    ...news,
    params: news.params as Values, // names of an address and their values
  }
}

/** The same name, the same id: UUID version 8, RFC 9562 section 5.8, from SHA-256. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What `tell` enqueued and `tellJob` reads. */
export type Telling = Omit<News, 'params' | 'except' | 'elsewhere' | 'once'> & {
  readonly jurisdiction: Id<'jurisdiction'>
  /** The same happening is told to one person once, however often the job runs. */
  readonly happening: string
  /** When it happened, as text. */
  readonly at: string
  readonly except: Id<'account'> | null
  /** Who is told in another way. Left out in what an earlier release enqueued. */
  readonly elsewhere?: readonly Id<'account'>[]
  /** Who alone is told; null: whoever follows. Left out in what an earlier release enqueued. */
  readonly only?: readonly Id<'account'>[] | null
  /** Everybody this case concerns is told. Left out in what an earlier release enqueued. */
  readonly around?: Id<'problem'> | null
  readonly params: Values
}
