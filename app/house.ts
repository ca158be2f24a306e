import type { FileStore } from '../platform/files/index.ts'
import type { Database } from '../platform/db/index.ts'
import type { Pacing } from '../platform/identity/index.ts'
import type { Eid } from '../platform/identity/oidc/index.ts'
import type { Jurisdiction } from '../platform/directory/index.ts'
import type { Assets } from '../ui/page.tsx'
import type { StepUp } from './acts-of-weight.ts'
import type { KeptPages } from './kept-pages.ts'
import type { PressedTwice } from './pressed-twice.ts'
import type { Log } from './log.ts'
import type { Places } from './places.ts'

/** What the running installation consists of; made once at start. */
export type House = {
  readonly database: Database
  readonly places: Places
  /** When a page is made: now, but in tests that tell of other days. */
  readonly now: () => Temporal.Instant
  /** Built files, the place's own colours last. */
  readonly assetsFor: (place: Jurisdiction) => Assets
  readonly dataFolder: string
  /** Cases and people are invented, and anyone may try each role. */
  readonly isDemo: boolean
  /** Hosts that each stand for one place, by its short name. */
  readonly hosts: ReadonlyMap<string, string>
  /** Network addresses of proxies whose word for who asks is taken, besides those on this machine. */
  readonly proxies: readonly string[]
  /** Where faults are told, besides to those who make the program. */
  readonly securityContacts: readonly string[]
  /** Mail goes out; otherwise it lies in the outbox. */
  readonly hasMailServer: boolean
  /** The public origin, known at the latest when the server listens. */
  readonly origin: () => string
  readonly isSecure: () => boolean
  readonly files: FileStore
  /** Electronic identities people can sign in with. */
  readonly eid: Eid
  /** What an act of weight asks of a sign-in. */
  readonly stepUp: StepUp
  readonly pages: KeptPages
  readonly pressedTwice: PressedTwice
  /** Counts one more of what can be done too often; the seconds to wait, or null to go on. */
  readonly pace: (asked: Pacing) => Promise<number | null>
  readonly log: Log
}
