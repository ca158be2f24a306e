import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../platform/moderation/index.ts'
import type { Errors, Typed } from '../../../ui/index.ts'
import type { GroundRules } from '../ground-rules/store.ts'
import type { SayMeeting } from '../messages/words.ts'
import type { Attendee, Item, Meeting } from '../store.ts'

/** What the page and its parts are given. */
export type MeetingPageProps = {
  readonly reader: Reader
  readonly say: SayMeeting
  readonly now: Temporal.Instant
  /** The zone in words, such as "Copenhagen". */
  readonly zone: string
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string }
  readonly meeting: Meeting
  readonly items: readonly Item[]
  readonly times: readonly (Temporal.Instant | null)[]
  readonly attendees: readonly Attendee[]
  /** How many seats there are now: for a meeting nobody has counted yet. */
  readonly seatCount: number
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Hidden>
  /** What the group agreed to work by. */
  readonly groundRules: GroundRules | undefined
  readonly may: {
    readonly addItem: boolean
    readonly change: boolean
    readonly wish: boolean
    readonly write: boolean
  }
}
