import type { Actor } from '@folkmoot/basics/actor.ts'
import { href, type Address, type Params } from '@folkmoot/basics/addresses.ts'
import type { Database, Read } from '../db/index.ts'
import type { Jurisdiction } from '../directory/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Eid } from '../identity/oidc/index.ts'
import { everydayWords, timeWords, type EverydayKey, type Say, type TimeWords } from '../i18n/index.ts'
import type { TypedForm } from './form.ts'

/** One request, as a handler sees it. Without an address it promises no parameters. */
export type Visit<A extends Address = never> = {
  readonly lang: string
  readonly jurisdiction: Jurisdiction
  readonly actor: Actor
  readonly database: Database
  readonly read: Read
  /** When the request came, by the application's clock: for words. Rules ask the transaction's clock. */
  readonly now: Temporal.Instant
  readonly params: { readonly [Name in keyof Params<A>]: string }
  readonly query: URLSearchParams
  readonly files: FileStore
  /** What was typed, for a POST; empty for a GET. */
  readonly form: TypedForm
  readonly common: Say<EverydayKey>
  readonly time: TimeWords
  /** The installation's public origin, such as `https://folkmoot.example`: for mails and feeds. */
  readonly origin: string
  /** Where the browser stands: the place's own host where it has one, else the origin. Keys of devices belong to it. */
  readonly originHere: string
  /** The installation is a demonstration: in its fictional places anyone may be one of the people. */
  readonly isDemo: boolean
  /** Hash of the session's token, for ending it; absent for who is not signed in. */
  readonly session?: Buffer | undefined
  /** Hash of the token of the browser's attempt to sign in; absent where no code was asked for in it. */
  readonly attempt?: Buffer | undefined
  /** Hash of the token of the code mailed to the address of who is signed in, as a fresh proof. */
  readonly proof?: Buffer | undefined
  /** Hash of the token of what a passkey's device was asked to sign in this browser. */
  readonly challenge?: Buffer | undefined
  /** Hash of the token of the letter opened in this browser; absent where no code of one was typed in it. */
  readonly letter?: Buffer | undefined
  /** The token of the browser's errand at a provider of electronic identities: what is sent along there is made from it. */
  readonly errand?: string | undefined
  /** The providers of this installation; absent on pages of no place. */
  readonly eid?: Eid | undefined
  /** The network address the request came from, where it is known: for counting, never for keeping. */
  readonly client?: string | undefined
  /** What asks, in two words such as "Firefox · Android"; empty where it is not known. */
  readonly browser?: string | undefined
  /** Sent by an island on the page: it wants the part, not the whole. */
  readonly isIsland: boolean
  /** A path in this language and jurisdiction: `visit.to('journey', { problem: slug })`. */
  readonly to: <To extends Address>(address: To, params?: WithoutPlace<To>) => string
}

/** Parameters of an address besides language and jurisdiction. */
export type WithoutPlace<A extends Address> = Omit<Params<A>, 'lang' | 'jurisdiction'>

export type VisitParts = Omit<Visit, 'common' | 'time' | 'to' | 'read' | 'params'> & {
  readonly params: Readonly<Record<string, string>>
}

export function visit(parts: VisitParts): Visit {
  const common = everydayWords.say(parts.lang)
  const place = { lang: parts.lang, jurisdiction: parts.jurisdiction.slug }
  return {
    ...parts,
    common,
    read: parts.database.read(parts.jurisdiction.id),
    time: timeWords(common, { lang: parts.lang, timeZone: parts.jurisdiction.timeZone, now: parts.now }),
    to: (address, params) => href(address, { ...place, ...params } as unknown as Params<typeof address>), // both halves are typed
  }
}

/** What a page needs of a visit to write links and times. */
export type Reader = Pick<Visit, 'lang' | 'to' | 'time' | 'common' | 'actor'>
