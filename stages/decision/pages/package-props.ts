import type { Back } from '../referrals/store.ts'
import type { Child } from 'hono/jsx'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Errors } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Group } from '../checks/groups.ts'
import type { Direction } from '../checks/store.ts'
import type { SayDecision } from '../messages/words.ts'
import type { Reminder } from '../reminders/store.ts'
import type { AnswerStanding } from '../rules.ts'
import type { Repeat } from '../answers/repeats.ts'
import type { Vote } from '../voting/standing.ts'
import type { Item } from '../answers/store.ts'
import type { Package, StaffNote } from '../store.ts'

export type PackagePageProps = {
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly say: SayDecision
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  readonly pack: Package | undefined
  readonly bodyName: (id: Id<'body'> | null) => string
  readonly items: readonly Item[]
  readonly standings: readonly AnswerStanding[]
  readonly repeated: ReadonlyMap<number, readonly Repeat[]>
  readonly votes: readonly Vote[]
  /** Under each vote: its minutes. */
  readonly minutes: ReadonlyMap<Id<'resolution'>, Child>
  readonly directions: readonly Direction[]
  readonly notes: readonly StaffNote[]
  readonly reminders: readonly Reminder[]
  /** The party groups of each body that was asked half way. */
  readonly groups: ReadonlyMap<Id<'body'>, readonly Group[]>
  /** What the body said when it came back to its answer. */
  readonly returned: Child
  /** Put for the meetings, and how many of them wait for a reply. */
  readonly asked: { readonly count: number; readonly open: number }
  /** What those answered to whom something was passed on. */
  readonly back: ReadonlyMap<Id<'answer'>, Back>
  /** The body that should hear half way where the draft is going, and by when; null where the mandate names none or it was told. */
  readonly check: { readonly body: Id<'body'>; readonly by: Temporal.Instant } | null
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  /** What would go over now, and by when it would be answered. */
  readonly handing: {
    readonly recommendations: readonly {
      readonly number: number
      readonly title: string
      readonly agreement: string
    }[]
    readonly body: string
    readonly dueAt: Temporal.Instant | null
    /** Words stand in the text that no version has: they would be lost. */
    readonly hasUnsavedWords: boolean
  }
  readonly may: {
    readonly send: boolean
    readonly reply: ReadonlySet<number>
    /** Whether she answers what the replies ask. */
    readonly answerReplies: boolean
    readonly handOver: boolean
    readonly setDates: boolean
    readonly writeNote: boolean
    readonly draftVote: boolean
    /** The records that wait for her. */
    readonly confirm: ReadonlySet<Id<'resolution'>>
    readonly chair: boolean
  }
}

/** After the hand-over. */
export type HandedOverProps = PackagePageProps & { readonly pack: Package }
