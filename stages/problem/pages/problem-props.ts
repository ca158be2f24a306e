import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician, SeatedPolitician, Term } from '../../../platform/directory/index.ts'
import type { HiddenFile, KeptFile } from '../../../platform/files/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../platform/moderation/index.ts'
import type { Errors } from '../../../ui/index.ts'
import type { Around } from '../merges/around.ts'
import type { SayMerge } from '../merges/messages/words.ts'
import type { SayAgenda } from '../agenda/messages/words.ts'
import type { SayAnswers } from '../answers/messages/words.ts'
import type { Way } from '../answers/way.ts'
import type { SayProblem } from '../messages/words.ts'
import type { SaySupport } from '../supports/messages/words.ts'
import type { SayActor } from '../actors/messages/words.ts'
import type { ActorRow } from '../actors/store.ts'
import type { LevelsPartProps } from '../handovers/pages/levels-part.tsx'
import type { SayInterest } from '../interests/messages/words.ts'
import type { DeclaredCaseInterest, Standing } from '../interests/standing.ts'
import type { Business } from '../business.ts'
import type { SaySponsor } from '../sponsors/messages/words.ts'
import type { Invitation, PastSponsor } from '../sponsors/store.ts'
import type { FramingRow } from '../framing-store.ts'
import type { Problem, SponsorRow } from '../store.ts'

/** A file with its address, or the stone in its place. */
export type ShownFile = (KeptFile & { readonly href: string }) | HiddenFile

export type ProblemPageProps = {
  readonly reader: Reader
  readonly say: SayProblem
  readonly sayActor: SayActor
  readonly sayAgenda: SayAgenda
  readonly sayAnswers: SayAnswers
  readonly saySupport: SaySupport
  readonly now: Temporal.Instant
  /** Where it stands on its way to the body. */
  readonly way: Way
  readonly saySponsor: SaySponsor
  readonly sayInterest: SayInterest
  /** What organisations want in this caseInterest, as they declared it. */
  readonly interests: readonly DeclaredCaseInterest[]
  /** Where the organisation that reads stands; null for everybody else. */
  readonly standing: Standing | null
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  readonly sayMerge: SayMerge
  readonly around: Around
  /** Pictures and documents of all its framings. */
  readonly files: readonly ShownFile[]
  readonly framings: readonly FramingRow[]
  readonly sponsors: readonly SponsorRow[]
  /** Who stepped back. */
  readonly past: readonly PastSponsor[]
  /** The term that counts, of each of them. */
  readonly terms: ReadonlyMap<Id<'person'>, Term>
  /** The bodies that have it before them. */
  readonly business: readonly Business[]
  readonly isSponsor: boolean
  /** What waits for the one who reads. */
  readonly invitation: Invitation | null
  /** Whom the sponsors have asked: for their eyes. */
  readonly asked: readonly Id<'person'>[]
  /** Whom a sponsor can ask. */
  readonly colleagues: readonly SeatedPolitician[]
  readonly actors: readonly ActorRow[]
  readonly levels: LevelsPartProps
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly hidden: ReadonlyMap<Id, Hidden>
  readonly may: {
    readonly sponsor: boolean
    readonly reframe: boolean
    readonly answer: boolean
    /** Also a version that puts another problem in its place. */
    readonly acceptAnother: boolean
    readonly addActor: boolean
  }
}
