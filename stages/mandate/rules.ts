import { holds, isSignedIn, isStaff, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { asSponsor, isSponsor, type Sponsor } from '../problem/rules.ts'
import type { GroupRules } from './group-rules.ts'
import { gapsIn, type Matter, type MatterGap } from './matters/rules.ts'
import {
  confirmRecord,
  countVotes,
  recordsVotesOf,
  type ConfirmRefusal as RecordRefusal,
  type CountRefusal,
  type VoteCounts as Counted,
} from '../../platform/directory/votes/rules.ts'

export const mayEdit: Policy = whoever('politician', 'clerk', 'facilitator')
export const mayAnswerGate: Policy = whoever('politician')

/** How far the public's part goes, from least to most (IAP2, R6). */
export const promiseLevels = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const
export type PromiseLevel = (typeof promiseLevels)[number]

/** The room for influence (OECD 2022, R5): one "no" and there is nothing to invite anybody to. */
export const gateQuestions = [
  'citizens-can-help',
  'decision-is-open',
  'leaders-commit',
  'resources-exist',
  'timing-fits',
] as const
export type GateQuestion = (typeof gateQuestions)[number]
export type GateAnswer = { readonly question: GateQuestion; readonly isYes: boolean }
/** `counts`: she who gave it stands behind the case and holds a seat. Whoever has left decides nothing for those who stay. */
export type CastAnswer = GateAnswer & { readonly counts: boolean }

/** What a seat is for; `wanted` is null only where a told case does not say. */
export type SeatProfile = {
  readonly id: Id<'profile'>
  readonly name: string
  readonly wanted: number | null
  readonly description: string
}

/** The fields of a mandate (R3). Empty or null while a draft, and for what a told case does not say. */
export type Terms = {
  readonly question: string
  readonly background: string
  readonly tasks: string
  readonly outOfScope: string
  readonly parentBody: Id<'body'> | null
  readonly recipientBody: Id<'body'> | null
  readonly politicians: number | null
  readonly citizens: number | null
  /** 0–0.5; null where the group has no such rule. */
  readonly minGenderShare: number | null
  readonly profiles: readonly SeatProfile[]
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly meetings: number | null
  readonly economicFrame: string
  readonly promise: PromiseLevel | null
  /** The questions, each with the room there is for influence on it (R5). */
  readonly matters: readonly Matter[]
  /** Told cases, and what was adopted before there were questions; else ''. */
  readonly canChange: string
  readonly cannotChange: string
  readonly answerRule: DeadlineRule | null
  /** How the group is called together and works. */
  readonly group: GroupRules
}

/** Fields a body cannot adopt a mandate without; a rule on gender is the body's choice. */
export const requiredFields = [
  'question',
  'background',
  'tasks',
  'outOfScope',
  'promise',
  'matters',
  'answerRule',
  'parentBody',
  'recipientBody',
  'politicians',
  'citizens',
  'profiles',
  'startsOn',
  'endsOn',
  'meetings',
  'economicFrame',
] as const satisfies readonly (keyof Terms)[]
export type RequiredField = (typeof requiredFields)[number]

/** One thing that stands in the way of adoption, with the field or the question that mends it. */
export type Gap =
  | {
      readonly kind: 'field'
      readonly field: RequiredField
      readonly why: MatterGap | 'nobody' | 'too-many' | 'before-start'
    }
  | { readonly kind: 'gate'; readonly question: GateQuestion; readonly why: 'unanswered' | 'no' }

/** What is missing before a body may adopt this (R3, R5); empty when nothing is. */
export function missingFrom(terms: Terms, gate: readonly CastAnswer[]): readonly Gap[] {
  return [...missingFields(terms), ...gateGaps(gate)]
}

function missingFields(terms: Terms): readonly Gap[] {
  const gaps: Gap[] = requiredFields
    .filter((field) => isEmpty(terms, field))
    .map((field) => ({ kind: 'field', field, why: 'missing' }))
  for (const why of gapsIn(terms.matters)) if (why !== 'missing') gaps.push({ kind: 'field', field: 'matters', why })
  const { politicians, citizens, profiles, startsOn, endsOn } = terms
  if (politicians === 0 && citizens === 0) gaps.push({ kind: 'field', field: 'politicians', why: 'nobody' })
  const wanted = profiles.reduce((sum, profile) => sum + (profile.wanted ?? 0), 0)
  if (citizens !== null && wanted > citizens) gaps.push({ kind: 'field', field: 'profiles', why: 'too-many' })
  if (startsOn && endsOn && Temporal.PlainDate.compare(startsOn, endsOn) > 0)
    gaps.push({ kind: 'field', field: 'endsOn', why: 'before-start' })
  return gaps
}

function isEmpty(terms: Terms, field: RequiredField): boolean {
  // A group of politicians alone has no profiles to recruit for.
  if (field === 'profiles') return terms.profiles.length === 0 && terms.citizens !== 0
  if (field === 'matters') return terms.matters.length === 0
  const value = terms[field]
  return value === null || (typeof value === 'string' && value.trim() === '')
}

function gateGaps(gate: readonly CastAnswer[]): readonly Gap[] {
  return gateQuestions.flatMap((question): readonly Gap[] => {
    const answers = gate.filter((answer) => answer.counts && answer.question === question)
    if (answers.length === 0) return [{ kind: 'gate', question, why: 'unanswered' }]
    return answers.some((answer) => !answer.isYes) ? [{ kind: 'gate', question, why: 'no' }] : []
  })
}

export function isPromiseLowered(before: PromiseLevel | null, after: PromiseLevel | null): boolean {
  return before !== null && after !== null && promiseLevels.indexOf(after) < promiseLevels.indexOf(before)
}

/** What a rule has to know of the case: who took the problem up. */
export type CaseState = { readonly sponsors: readonly Id<'person'>[] }

export type EditRefusal = 'not-yours-to-write'

/** Politicians who took the problem up write; clerks and facilitators prepare. */
export function edit(at: CaseState, actor: Actor): Result<SignedIn, EditRefusal> {
  const isWriter = holds(actor, 'clerk', 'facilitator') || isSponsor(at, actor)
  return isSignedIn(actor) && isWriter ? accept(actor) : refuse('not-yours-to-write')
}

export type GateRefusal = 'staff-never' | 'only-sponsors' | 'no-draft'

export function answerGate(at: CaseState, hasDraft: boolean, actor: Actor): Result<Sponsor, GateRefusal> {
  if (isStaff(actor)) return refuse('staff-never')
  const sponsor = asSponsor(at, actor)
  if (!sponsor) return refuse('only-sponsors')
  return hasDraft ? accept(sponsor) : refuse('no-draft')
}

/** What the rules look at in the record of the vote as it was typed. */
export type AdoptionWords = Counted & {
  readonly body: Id<'body'>
  /** Why less is promised than before; '' where it is not. */
  readonly loweringReason: string
}

export type VoteState = {
  readonly hasDraft: boolean
  /** The save that stands, and the one the recorder has read: a vote is on one text. */
  readonly revision: number
  readonly seen: number
  readonly gaps: readonly Gap[]
  /** The body that adopted the version in force; null before the first. */
  readonly adoptedBy: Id<'body'> | null
  /** The parent committee, the recipient, and whatever body stands above one of them. */
  readonly concerned: readonly Id<'body'>[]
  readonly today: Temporal.PlainDate
  /** When the text that is voted on was last saved. */
  readonly savedOn: Temporal.PlainDate | null
  readonly members: number
  readonly isKnown: boolean
  /** It promises less than the version in force. */
  readonly isLowered: boolean
}

export type DraftAdoptionRefusal =
  | 'not-yours-to-record'
  | 'no-draft'
  | 'incomplete'
  | 'other-body'
  | 'unconcerned-body'
  | CountRefusal
  | 'text-changed'
  | 'vote-before-text'
  | 'lowered-without-reason'

/** A clerk or a member of the body writes down what the body resolved. Only the same body changes what it adopted (R4). */
export function draftAdoption(
  state: VoteState,
  vote: AdoptionWords,
  actor: Actor,
): Result<SignedIn, DraftAdoptionRefusal> {
  if (!isSignedIn(actor) || !recordsVotesOf(vote.body, actor)) return refuse('not-yours-to-record')
  if (!state.hasDraft) return refuse('no-draft')
  if (state.gaps.length > 0) return refuse('incomplete')
  if (state.adoptedBy !== null && state.adoptedBy !== vote.body) return refuse('other-body')
  // A body that is neither parent nor recipient cannot set another's clock.
  if (!state.concerned.includes(vote.body)) return refuse('unconcerned-body')
  if (state.revision !== state.seen) return refuse('text-changed')
  // Nobody has voted on words that were not written yet.
  if (state.savedOn !== null && Temporal.PlainDate.compare(vote.decidedOn, state.savedOn) < 0)
    return refuse('vote-before-text')
  const counted = countVotes(state, vote)
  if (!counted.ok) return counted
  if (state.isLowered && vote.loweringReason === '') return refuse('lowered-without-reason')
  return accept(actor)
}

/** The record that waits for the chair, and what has happened to the text since. */
export type PendingState = {
  readonly body: Id<'body'> | null
  readonly draftedBy: Id<'account'> | null
  readonly gaps: readonly Gap[]
  readonly adoptedBy: Id<'body'> | null
}

export type ConfirmRefusal = RecordRefusal | 'nothing-to-confirm' | 'incomplete' | 'other-body'

/** The body's chair says that another's record is true. Then it counts, and never before. */
export function confirmAdoption(state: PendingState, actor: Actor): Result<SignedIn, ConfirmRefusal> {
  const { body, draftedBy } = state
  if (body === null) return refuse('nothing-to-confirm')
  const confirming = confirmRecord({ body, draftedBy }, actor)
  if (!confirming.ok) return confirming
  if (state.gaps.length > 0) return refuse('incomplete')
  return state.adoptedBy !== null && state.adoptedBy !== body ? refuse('other-body') : confirming
}
