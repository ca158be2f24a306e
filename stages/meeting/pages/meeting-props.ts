import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../platform/moderation/index.ts'
import type { Errors, Typed } from '../../../ui/index.ts'
import type { GroundRules } from '../ground-rules/store.ts'
import type { SayMeeting } from '../messages/words.ts'
import type { Item } from '../agenda/store.ts'
import type { ReplyAnswer } from '../attendance/rules.ts'
import type { Attendee, Reply } from '../attendance/store.ts'
import type { Approval, MinutesVersion } from '../minutes/store.ts'
import type { Meeting } from '../store.ts'
import type { Task } from '../tasks/store.ts'

/** What the page and its parts are given. */
export type MeetingPageProps = {
  readonly reader: Reader
  readonly say: SayMeeting
  readonly now: Temporal.Instant
  /** The zone in words, such as "Copenhagen". */
  readonly zone: string
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly meeting: Meeting
  readonly items: readonly Item[]
  readonly times: readonly (Temporal.Instant | null)[]
  readonly attendees: readonly Attendee[]
  /** How many seats there are now: for a meeting nobody has counted yet. */
  readonly seatCount: number
  /** What those who have a seat have said of coming. */
  readonly replies: readonly Reply[]
  /** The reader's own seat; undefined where she has none, or nothing is asked any more. */
  readonly own: { readonly answer: ReplyAnswer | null; readonly substitute: string | null } | undefined
  /** Every wording of the minutes, the earliest of each item first. */
  readonly versions: readonly MinutesVersion[]
  readonly approval: Approval | undefined
  readonly tasks: readonly Task[]
  /** The reader may read what was said: always, but where the meeting is closed. */
  readonly isInside: boolean
  /** How many papers this reader can see. */
  readonly papers: number
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Hidden>
  /** What the group agreed to work by. */
  readonly groundRules: GroundRules | undefined
  readonly may: {
    readonly addItem: boolean
    /** Sets the order. */
    readonly arrange: boolean
    /** Items can still be mended by who put them there. */
    readonly isArrangeable: boolean
    readonly change: boolean
    readonly wish: boolean
    readonly write: boolean
    readonly run: boolean
    readonly approve: boolean
  }
}
