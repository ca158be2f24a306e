import type { Choice } from '@folkmoot/tally/tally.ts'
import type { ActorWords } from '../../../stages/problem/actors/rules.ts'
import type { Terms } from '../../../stages/mandate/rules.ts'
import type { Moderation, Shows } from '../../../stages/opinion/rules.ts'
import type { Said, SaidByCamp } from './camps.ts'
import type { CouncillorKey, EmployeeKey, OrganisationKey, ResidentKey } from './cast.ts'

/**
 * A case as a script: what was said and done, by whom, how many days before today. It is played through the stages'
 * own commands, as far as it goes. Negative days lie ahead.
 */
export type Script = {
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly raisedBy: ResidentKey | CouncillorKey | OrganisationKey
  readonly ago: number
  readonly language?: 'en' | 'da'
  readonly actors?: readonly (Pick<ActorWords, 'name' | 'kind' | 'relation' | 'how'> &
    Partial<ActorWords> & { readonly spokesperson?: string })[]
  readonly sponsors?: readonly { readonly who: CouncillorKey; readonly words: string; readonly ago: number }[]
  readonly reframing?: {
    readonly by: ResidentKey | CouncillorKey
    readonly question: string
    readonly whatHappens: string
    readonly whoIsAffected: string
    readonly reason: string
    readonly ago: number
    readonly answer?: {
      readonly by: CouncillorKey
      readonly isAccepted: boolean
      readonly reason: string
      readonly ago: number
    }
  }
  readonly agenda?: AgendaScript
  readonly mandate?: MandateScript
  readonly arena?: ArenaScript
  readonly work?: WorkScript
  readonly answer?: AnswerScript
  readonly delivery?: readonly CommitmentScript[]
  readonly followUp?: FollowUpScript
  readonly outcome?: OutcomeScript
  readonly surveys?: readonly SurveyScript[]
}

/** Supports online and on paper, and the council's refusal where it gave one. */
export type AgendaScript = {
  readonly ago: number
  readonly online: number
  readonly paper: number
  readonly refused?: {
    readonly ago: number
    readonly reason: string
    readonly reference: string
    readonly votesFor: number
    readonly votesAgainst: number
  }
}

export type MandateScript = {
  readonly ago: number
  readonly preset: string
  readonly question: string
  readonly background: string
  readonly tasks: string
  readonly outOfScope: string
  readonly politicians: number
  readonly citizens: number
  readonly profiles: readonly { readonly name: string; readonly wanted: number; readonly description: string }[]
  readonly startsAgo: number
  readonly endsAgo: number
  readonly meetings: number
  readonly economicFrame: string
  readonly matters: Terms['matters']
  readonly answerWithin: { readonly count: number; readonly unit: 'days' | 'working-days' | 'months' }
  /** Left out: the draft still misses things. */
  readonly adopted?: {
    readonly ago: number
    readonly gate: readonly [string, string, string, string, string]
    readonly votesFor: number
    readonly votesAgainst: number
    readonly abstentions: number
    readonly reference: string
    readonly dissent: string
  }
}

export type ArenaScript = {
  readonly callAgo: number
  readonly callUntilAgo: number
  /** Profiles whose seats are kept for an affected group, both by their names. */
  readonly kept?: Readonly<Record<string, string>>
  readonly applications: readonly {
    readonly who: ResidentKey | OrganisationKey
    readonly ago: number
    readonly profile: string
    readonly motivation: string
    readonly tie: string
    readonly gender: 'woman' | 'man' | 'other' | null
    /** Left out: waits for an answer. */
    readonly answer?: { readonly isSelected: boolean; readonly reason: string; readonly ago: number }
  }[]
  readonly politicians?: readonly { readonly who: CouncillorKey; readonly reason: string; readonly isChair?: true }[]
  readonly seatedAgo?: number
  readonly confirmed?: { readonly ago: number; readonly exception: string }
}

export type WorkScript = {
  readonly meetings: readonly {
    readonly title: string
    readonly ago: number
    readonly starts: string
    readonly ends: string
    readonly place: string
    readonly access: string
    readonly items: readonly {
      readonly title: string
      readonly minutes: number
      readonly owner: string
      readonly notes?: string
      readonly decision?: string
    }[]
    /** How many of the seats came; left out while it lies ahead. */
    readonly absent?: readonly (ResidentKey | CouncillorKey)[]
  }[]
  readonly questions?: readonly {
    readonly by: ResidentKey | OrganisationKey
    readonly to: CouncillorKey | null
    readonly ago: number
    readonly question: string
    readonly background: string
    readonly askedToo?: readonly (ResidentKey | OrganisationKey)[]
    readonly reply?: {
      readonly by: CouncillorKey | EmployeeKey
      readonly text: string
      readonly ago: number
      readonly isAnswer?: boolean
      readonly words?: string
      /** Nearly the same as to somebody else, sent all the same. */
      readonly again?: true
    }
  }[]
  readonly facts?: readonly FactScript[]
  readonly positions?: readonly {
    readonly by: CouncillorKey
    readonly ago: number
    readonly subject: string
    readonly stance: 'for' | 'against' | 'open'
    readonly reason: string
    readonly later?: readonly {
      readonly ago: number
      readonly stance: 'for' | 'against' | 'open'
      readonly reason: string
    }[]
  }[]
  readonly replies?: readonly {
    readonly by: CouncillorKey
    readonly ago: number
    /** Number of the idea or the statement. */
    readonly idea?: number
    readonly statement?: number
    readonly text: string
  }[]
  readonly notes?: readonly {
    readonly by: CouncillorKey
    readonly ago: number
    /** Number of the meeting, or a talk in words. */
    readonly from: number | string
    readonly heard: string
    readonly changed: string
    readonly why: string
  }[]
  readonly ideas: readonly {
    readonly by: ResidentKey | OrganisationKey
    readonly ago: number
    readonly kind: 'experience' | 'idea'
    readonly title: string
    readonly text: string
    readonly place: string
    readonly language?: 'en' | 'da'
  }[]
  readonly consultation?: ConsultationScript
  readonly recommendations: readonly RecommendationScript[]
  /** After the recommendations were proposed. */
  readonly versions?: readonly VersionScript[]
  readonly margin?: MarginScript
}

export type ConsultationScript = {
  readonly ago: number
  readonly untilAgo: number
  /** After five answers and moderated after, where nothing is said. */
  readonly shows?: Shows
  readonly moderation?: Moderation
  /** How many of the first statements the group prepared; by its members. */
  readonly prepared?: number
  /** Sent, and read by no moderator so far. */
  readonly waiting?: readonly { readonly by: ResidentKey; readonly ago: number; readonly text: string }[]
  readonly statements: readonly {
    readonly by: ResidentKey | CouncillorKey
    readonly text: string
    /** By camp: the whole town votes, and is divided by what the case is about. */
    readonly said: Said | SaidByCamp
  }[]
  /** What politicians say of them in public, by the numbers of the statements. */
  readonly positions?: readonly PositionScript[]
}

export type PositionScript = {
  readonly by: CouncillorKey
  readonly ago: number
  readonly agree?: readonly number[]
  readonly disagree?: readonly number[]
  readonly pass?: readonly number[]
  readonly reasons?: Readonly<Record<number, string>>
  /** What she came to say later. */
  readonly later?: { readonly ago: number; readonly number: number; readonly choice: Choice; readonly reason: string }
}

type Seatable = ResidentKey | CouncillorKey

/** What stands in the margins of the text; clauses by their words, recommendations by their titles. */
export type MarginScript = {
  readonly amendments: readonly {
    readonly clause: string
    readonly by: Seatable
    readonly ago: number
    readonly kind: 'replace' | 'drop' | 'add'
    readonly words: string
    readonly reason: string
    readonly decided?: {
      readonly by: Seatable
      readonly ago: number
      readonly choice: 'accept' | 'decline'
      readonly reason: string
    }
  }[]
  readonly remarks: readonly {
    readonly clause: string
    readonly by: Seatable
    readonly ago: number
    readonly text: string
    readonly replyTo?: number
    readonly settledBy?: Seatable
  }[]
  readonly polls: readonly {
    readonly clause: string
    readonly ago: number
    readonly against: readonly Seatable[]
    readonly canLive: readonly Seatable[]
  }[]
  readonly counterCases: readonly {
    readonly title: string
    readonly ago: number
    readonly asked: readonly [Seatable, Seatable]
    readonly writtenBy: Seatable
    readonly writtenAgo: number
    readonly text: string
  }[]
  readonly signatures: readonly { readonly title: string; readonly ago: number; readonly by: readonly Seatable[] }[]
}

/** A clause cites ideas, statements and questions by their numbers; one that cites nothing says not where it comes from. */
export type ClauseScript = {
  readonly text: string
  readonly ideas?: readonly number[]
  readonly statements?: readonly number[]
  readonly questions?: readonly number[]
  /** By their numbers. */
  readonly facts?: readonly number[]
  /** What was minuted: the numbers of the meeting and of the point on its agenda. */
  readonly points?: readonly (readonly [meeting: number, item: number])[]
}

/** A later version of the text, by whoever wrote in it. */
export type VersionScript = {
  readonly by: ResidentKey | CouncillorKey | EmployeeKey
  readonly ago: number
  readonly reason: string
  /** Background, put before the section with this heading; at the end where none is named. */
  readonly passages?: readonly {
    readonly heading: string
    readonly before?: string
    readonly clauses: readonly ClauseScript[]
  }[]
  /** Words as they stand, and as they are from now on. */
  readonly rewrite?: readonly (readonly [from: string, to: string])[]
  readonly takeOut?: readonly string[]
}

export type RecommendationScript = {
  readonly by: ResidentKey | CouncillorKey
  readonly ago: number
  readonly title: string
  readonly clauses: readonly ClauseScript[]
  readonly against?: readonly (ResidentKey | CouncillorKey)[]
  readonly silent?: readonly (ResidentKey | CouncillorKey)[]
  readonly minorityText?: string
}

export type AnswerScript = {
  readonly check?: {
    readonly ago: number
    readonly text: string
    readonly reply: {
      readonly by: CouncillorKey
      readonly ago: number
      readonly questions: string
      readonly limits: string
    }
  }
  readonly handedOverAgo: number
  readonly meetingAgo: number
  readonly returnAgo: number
  readonly staffNote?: string
  readonly answers: readonly {
    readonly number: number
    readonly by: CouncillorKey
    readonly ago: number
    readonly kind: 'accept' | 'accept-amended' | 'refer' | 'reject' | 'park'
    readonly reason: string
    readonly amendedText?: string
    /** Somebody outside; or a body that can be named, as the list of bodies names it. */
    readonly referTo?: string
    readonly referByAgo?: number
    readonly parkUntilAgo?: number
    readonly vote?: {
      readonly ago: number
      readonly for: number
      readonly against: number
      readonly abstain: number
      readonly reference: string
      readonly dissent: string
    }
  }[]
  readonly closedAgo?: number
  /** Put to the politicians for one of the two meetings. */
  readonly asked?: readonly {
    readonly by: ResidentKey | CouncillorKey
    readonly ago: number
    readonly about: number | null
    readonly text: string
    readonly reply?: { readonly by: CouncillorKey; readonly ago: number; readonly text: string }
  }[]
  /** What the mayor said when they met again. */
  readonly returned?: {
    readonly ago: number
    readonly words: string
    readonly items: readonly { readonly number: number; readonly words: string }[]
  }
}

export type CommitmentScript = {
  readonly recommendation: number
  readonly ago: number
  readonly title: string
  readonly owner: CouncillorKey
  readonly office: string
  readonly budgetLine: string
  readonly milestones: readonly { readonly title: string; readonly dueAgo: number; readonly reachedAgo?: number }[]
  readonly nextReportAgo: number
  readonly reports?: readonly {
    readonly ago: number
    readonly text: string
    readonly standing: 'promised' | 'late' | 'kept' | 'dropped'
    readonly reason: string
    readonly nextReportAgo?: number
  }[]
  readonly pledge?: {
    readonly by: OrganisationKey | ResidentKey
    readonly ago: number
    readonly what: string
    readonly howMuch: string
    readonly untilAgo: number
    /** Left out: it is still to come. */
    readonly settled?: {
      readonly ago: number
      readonly isKept: boolean
      readonly words: string
      readonly deliveredAgo?: number
      readonly deliveredMuch?: string
    }
  }
}

/** Members who stay after the answer, what they were told, and what they said to it. */
/** A round of questions that opened so many days ago and ran for so many. */
export type SurveyScript = {
  readonly moment: 'start' | 'close' | 'later'
  readonly ago: number
  readonly days: number
  /** Where the answers lie on their scales, between 0 and 1. */
  readonly leaning: number
  /** How many of those asked answer, between 0 and 1. */
  readonly share: number
}

export type FollowUpScript = {
  readonly ago: number
  readonly months: number
  readonly endsAgo: number
  readonly stays: readonly { readonly who: ResidentKey | CouncillorKey; readonly ago: number }[]
  readonly reports: readonly {
    readonly by: CouncillorKey | EmployeeKey
    readonly ago: number
    readonly text: string
    readonly words: readonly {
      readonly by: ResidentKey | CouncillorKey
      readonly ago: number
      readonly rating: 'well' | 'slowly' | 'stuck'
      readonly question: string
      readonly reply?: { readonly by: CouncillorKey | EmployeeKey; readonly ago: number; readonly text: string }
    }[]
  }[]
}

export type OutcomeScript = {
  readonly indicators: readonly {
    readonly ago: number
    readonly commitment: number
    readonly name: string
    readonly unit: string
    readonly baseline: { readonly value: number; readonly ago: number; readonly source: string } | null
    readonly target: { readonly value: number; readonly untilAgo: number }
    readonly measurements: readonly {
      readonly ago: number
      readonly value: number
      readonly source: string
      /** Between which values the source says the true one lies. */
      readonly range?: { readonly low: number; readonly high: number }
    }[]
  }[]
  readonly account?: {
    readonly ago: number
    readonly signedBy: CouncillorKey
    readonly forWhom: string
    readonly whatCame: string
    readonly sideEffects: string
    readonly fairness: string
    readonly whoBenefits: string
    readonly whoPays: string
    readonly authority: string
    readonly cost: number
  }
}

type Doubter = ResidentKey | CouncillorKey | OrganisationKey

/** A fact a member ordered, and how far the desk came with it. */
export type FactScript = {
  readonly by: ResidentKey | CouncillorKey
  readonly ago: number
  readonly question: string
  readonly why: string
  /** In working days. */
  readonly within: number
  readonly answers?: readonly {
    readonly namedAgo: number
    readonly dueAgo: number
    readonly later?: string
    /** The officer, a declared organisation, or somebody outside. */
    readonly who:
      | 'officer'
      | OrganisationKey
      | {
          readonly name: string
          readonly position: string
          readonly interest: string
          readonly side: 'research' | 'firm' | 'users' | 'association'
        }
    readonly given?: {
      readonly ago: number
      readonly text: string
      readonly sources: string
      readonly uncertain: string
    }
    readonly contested?: {
      readonly by: Doubter
      readonly ago: number
      readonly reason: string
      readonly source: string
      readonly settled?: { readonly ago: number; readonly words: string }
    }
  }[]
  readonly withdrawn?: { readonly ago: number; readonly reason: string }
  readonly merged?: { readonly ago: number; readonly into: number; readonly reason: string }
}
