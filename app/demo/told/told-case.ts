import type { ToldEvidence } from '../../../stages/inquiry/index.ts'
import type { ToldStatus } from '../../../stages/decision/index.ts'
import type { BodyKind, Level, PlaceWords } from '../../../platform/directory/index.ts'

/** A calendar day as ISO 8601 writes it: `2021-03-29`. */
export type Day = `${number}-${number}-${number}`

/**
 * A real place with its cases, told from published sources. Rules for whoever writes one:
 * what is unknown is null or says "unknown" and is never filled; counts and profiles, no names of private persons;
 * politicians by office; "after", never "because of"; both figures where sources differ; a source at each item;
 * positions are summaries of what was published, never invented voices.
 */
export type ToldCase = {
  readonly place: ToldPlace
  readonly bodies: readonly ToldBody[]
  readonly lines: readonly ToldLine[]
}

export type ToldPlace = {
  readonly slug: string
  readonly name: string
  readonly level: Level
  readonly tagline: string
  readonly timeZone: string
  readonly words: PlaceWords
}

export type ToldBody = {
  readonly slug: string
  readonly name: string
  readonly kind: BodyKind
  /** The slug of the body above it, named before it. */
  readonly parent: string | null
}

/** One problem and what is known of its way. Bodies are named by slug, everything else by a key of the line's own. */
export type ToldLine = {
  readonly problem: ToldProblemWords
  readonly mandate: ToldMandateWords
  readonly seats: ToldSeats
  readonly meetings: readonly ToldMeetingWords[]
  readonly hearing: ToldHearing | null
  /** Facts that were gathered; left out where no source tells of any. */
  readonly facts?: readonly ToldFact[]
  readonly contributions: readonly ToldContribution[]
  readonly recommendations: readonly ToldRecommendationWords[]
  readonly answer: ToldPackage
  readonly votes: readonly ToldVoteWords[]
  readonly commitments: readonly ToldCommitmentWords[]
  readonly indicators: readonly ToldIndicatorWords[]
  readonly account: ToldAccount
}

export type ToldProblemWords = {
  readonly slug: string
  /** The first day that is known of the case: its entries are told from here on. */
  readonly from: Day
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly actors: readonly {
    readonly name: string
    readonly relation: 'affected' | 'relevant'
    readonly how: string
  }[]
  readonly source: string
}

export type ToldMandateWords = {
  readonly question: string
  readonly background: string
  readonly tasks: string
  /** The body that gave it. */
  readonly body: string
  /** The body that got the result. */
  readonly recipient: string
  readonly politicians: number | null
  readonly citizens: number | null
  readonly profiles: readonly { readonly name: string; readonly wanted: number | null; readonly description: string }[]
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly meetings: number | null
  /** Null: unknown. */
  readonly economicFrame: string | null
  readonly canChange: string | null
  readonly cannotChange: string | null
  readonly answerWithinMonths: number | null
  /** The body's decision; null: unknown. */
  readonly adoption: { readonly on: Day; readonly motion: string; readonly isVote: boolean } | null
  readonly source: string
}

export type ToldSeats = {
  readonly groups: readonly {
    readonly kind: 'politician' | 'citizen' | 'chair' | 'other'
    readonly words: string
    readonly count: number | null
  }[]
  readonly source: string
}

export type ToldMeetingWords = {
  /** Where a clause cites it. */
  readonly key?: string
  readonly title: string
  readonly day: Day | null
  /** Local times, `17:00`. */
  readonly hours: { readonly from: string; readonly to: string } | null
  readonly place: string | null
  readonly isOpen: boolean | null
  readonly items: readonly { readonly title: string; readonly minutes: string; readonly decision: string }[]
  readonly isCancelled?: true
  /** Beside the meetings, and none of them: the last of the list. */
  readonly isVisit?: true
  readonly cancelReason?: string
  readonly source: string
}

/** Replies to a hearing, as counts. */
export type ToldHearing = {
  readonly openedOn: Day
  readonly closedOn: Day
  readonly statements: readonly {
    readonly text: string
    /** `unknown`: replies of which no source tells how they stood. */
    readonly replies: { readonly for: number; readonly against: number; readonly unknown: number } | null
  }[]
  readonly source: string
}

/** What was asked, who answered in words, and from which side. */
export type ToldFact = Pick<ToldEvidence, 'question' | 'source'> & {
  /** Where a clause cites it. */
  readonly key?: string
  readonly on: Day | null
  readonly answers: readonly (Omit<ToldEvidence['answers'][number], 'on'> & { readonly on: Day | null })[]
}

/** A summary of a published contribution; never somebody's voice. */
export type ToldContribution = {
  readonly key: string
  readonly kind: 'experience' | 'idea'
  readonly on: Day | null
  readonly title: string
  readonly text: string
  readonly place?: string
  readonly source: string
}

export type ToldAnswerKind = 'accept' | 'accept-amended' | 'refer' | 'reject' | 'park' | 'existed' | 'unknown'

export type ToldRecommendationWords = {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly clauses: readonly {
    readonly text: string
    /** Keys of contributions, facts and meetings; `problem` is the problem as it was put. */ readonly cites: readonly string[]
  }[]
  readonly agreement: {
    readonly kind: 'consensus' | 'majority' | 'disagreement'
    /** Members, where the source counts members; shares stand in the text. */
    readonly for: number | null
    readonly against: number | null
    readonly silent: number | null
    /** The vote as the source tells it, in shares or words. */
    readonly words?: string
  } | null
  readonly minorityText: string
  readonly on: Day | null
  readonly source: string
  readonly answer: {
    readonly kind: ToldAnswerKind
    /** Empty: the source gives none. */
    readonly reason: string
    readonly referTo?: string
    readonly on: Day | null
    readonly followed: string
    readonly source: string
  }
}

export type ToldPackage = {
  readonly body: string
  readonly handedOverOn: Day | null
  readonly meetingOn: Day | null
  readonly isClosed: boolean
  /** How many stood where, where the source does not say which. */
  readonly status?: ToldStatus
  readonly source: string
}

/** What a body resolved or said, with its votes where they are known. */
export type ToldVoteWords = {
  readonly body: string
  /** All recommendations together, or the answer to the one of this key. */
  readonly about: 'package' | { readonly answer: string }
  readonly motion: string
  readonly on: Day | null
  readonly for: number | null
  readonly against: number | null
  readonly abstained: number | null
  /** Null: it was no vote, or none is known of. */
  readonly isCarried: boolean | null
  readonly dissent: string
  readonly source: string
}

export type ToldCommitmentWords = {
  readonly key: string
  /** Key of the recommendation whose answer it carries out. */
  readonly carriesOut: string | null
  readonly title: string
  readonly office: string
  readonly on: Day | null
  readonly standing: 'promised' | 'late' | 'kept' | 'dropped' | 'unknown'
  readonly standingReason: string
  readonly milestones: readonly { readonly what: string; readonly dueOn: Day; readonly reachedOn: Day | null }[]
  readonly source: string
}

export type ToldIndicatorWords = {
  readonly name: string
  readonly unit: string
  /** Key of the commitment it follows from; null where no source joins them. */
  readonly follows: string | null
  readonly measurements: readonly { readonly value: number; readonly on: Day; readonly source: string }[]
  readonly source: string
}

/** What came of it, as far as anybody published it; empty means unknown. */
export type ToldAccount = {
  readonly intendedFor: string
  readonly whatCame: string
  readonly costWords: string
  readonly source: string
}
