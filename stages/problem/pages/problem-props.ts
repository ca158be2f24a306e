import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { KeptFile } from '../../../platform/files/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../platform/moderation/index.ts'
import type { Errors } from '../../../ui/index.ts'
import type { SayProblem } from '../messages/words.ts'
import type { SayActor } from '../actors/messages/words.ts'
import type { ActorRow } from '../actors/store.ts'
import type { FramingRow } from '../framing-store.ts'
import type { Problem, SponsorRow } from '../store.ts'

export type ShownFile = KeptFile & { readonly href: string }

export type ProblemPageProps = {
  readonly reader: Reader
  readonly say: SayProblem
  readonly sayActor: SayActor
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  /** Pictures and documents of all its framings. */
  readonly files: readonly ShownFile[]
  readonly framings: readonly FramingRow[]
  readonly sponsors: readonly SponsorRow[]
  readonly actors: readonly ActorRow[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly hidden: ReadonlyMap<Id, Hidden>
  readonly may: {
    readonly sponsor: boolean
    readonly reframe: boolean
    readonly answer: boolean
    readonly addActor: boolean
  }
}
