import type { Id } from '@folkmoot/basics/ids.ts'

/**
 * What a stage's door offers to the pages that span stages. Words are finished: only the stage knows how to say them.
 */

/** A stage's part of the journey of one problem. */
export type JourneyPart = {
  readonly state: 'done' | 'now' | 'coming'
  /** Of a told case: a source says something of it, though not of all of it. */
  readonly isToldInPart?: boolean
  /** The one figure beside the heading: "5 councillors, 10 residents"; '' when there is none. */
  readonly figure: string
  /** One or two plain sentences. */
  readonly sentences: readonly string[]
  readonly links: readonly { readonly text: string; readonly href: string }[]
  /** Where it stands point by point, where one step of the journey is several stages: "Meetings: 5 of 7 held". */
  readonly points?: readonly JourneyPoint[]
  /** What a reader can do here now, with the time it takes: "Vote on statements", "3 minutes, until 6 December". */
  readonly act?: { readonly text: string; readonly href: string; readonly effort: string } | undefined
}

/** `href`: where it is read, from its name. */
export type JourneyPoint = { readonly name: string; readonly text: string; readonly href?: string | undefined }

/** Something that waits for the person who looks: one or two presses on her desk. */
export type Waiting = {
  readonly due: Temporal.Instant | null
  /** Where nobody promised a day: since when nothing but this person holds it up. It is never late, and not put off to the end. */
  readonly since?: Temporal.Instant | null
  readonly title: string
  readonly detail: string
  readonly act: { readonly text: string; readonly href: string }
}

/**
 * What waits of one kind where that may be hundreds: the first ones by their day, and how many there are in all, with those that
 * are late. A desk shows what presses; nobody reads a list of twenty years to count it.
 */
export type WaitingList = { readonly first: readonly Waiting[]; readonly count: number; readonly late: number }

/** A promise with a date: an answer or a commitment that is owed in public. */
export type Owed = {
  /** Null where it is owed to another place, before it has become a problem here. */
  readonly problem: Id<'problem'> | null
  /** The words it is owed for, where they may not be those the case is named by now. */
  readonly question?: string
  readonly due: Temporal.Instant
  readonly title: string
  readonly href: string
  /** The named politician or office; '' where none is named yet. */
  readonly owner: string
  /** The body that owes it, and the politician who answers for it, where they are known: lists are asked for by them. */
  readonly body?: Id<'body'> | null
  readonly person?: Id<'person'> | null
  /** A told case's date in the past stays a date: nobody here is late. */
  readonly isDone: boolean
  /** When it was done, where that is recorded: what came after its day is said to have come too late. */
  readonly doneAt?: Temporal.Instant | null
}

/** Which debts are asked for: of these cases all; of the place so many that are open, due first, and so many that are over, the last ones. */
export type OwedAsked =
  | { readonly problems: readonly Id<'problem'>[] }
  | { readonly open: number; readonly given: number }

/** How much of all that was ever owed: nobody reads a list of twenty years to count it. */
export type OwedCounts = { readonly open: number; readonly late: number; readonly given: number }
