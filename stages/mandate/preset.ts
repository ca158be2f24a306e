import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import type { BodyKind, Level } from '../../platform/directory/index.ts'
import type { Duty, GroupRules } from './group-rules.ts'
import type { MandateKey } from './messages/words.ts'
import type { PromiseLevel } from './rules.ts'

/** R: read in the source named. K: known in the field, not read again. I: our own reading or suggestion. */
export type Mark = 'R' | 'K' | 'I'
export type Marked<Value> = { readonly value: Value; readonly mark: Mark; readonly source: string }

export type FixedWords =
  | 'trigger'
  | 'selectionWords'
  | 'ageRule'
  | 'others'
  | 'meetingLength'
  | 'voteRule'
  | 'output'
  | 'answerWords'

/** What a model can fix. Words are keys of messages, so that a draft is filled in the language of its case. */
export type Fixed = Readonly<Record<FixedWords, MandateKey>> & {
  readonly politicians: number
  readonly citizens: number
  readonly minGenderShare: number
  readonly meetings: number
  readonly promise: PromiseLevel
  readonly answerRule: DeadlineRule
  readonly selection: NonNullable<GroupRules['selection']>
  readonly chair: NonNullable<GroupRules['chair']>
  readonly minAge: number
  readonly textDeciders: NonNullable<GroupRules['textDeciders']>
  readonly firstMeetingWithin: DeadlineRule
  readonly returnAfter: DeadlineRule
  /** From the first meeting to the hand-over. */
  readonly span: DeadlineRule
  readonly recipient: BodyKind
}
export type FixedField = keyof Fixed

/** The rules of a real model, to start from (R8). What its source does not give is not there: it stays empty and is said to be. */
export type Preset = {
  readonly name: PresetName
  /** Where it was made: the models of a place's own level stand first. */
  readonly level: Level
  readonly source: string
  readonly fixes: { readonly [Field in FixedField]?: Marked<Fixed[Field]> }
  /** What the body owes beside the time for its answer, each by itself: not every one was read in the same place. */
  readonly duties: readonly Marked<Duty>[]
  /** What happened there, or a rule for the time before a mandate: told, never filled in. */
  readonly record: readonly Marked<MandateKey>[]
}

export const presetNames = [
  'gentofte',
  'svelvik',
  'angelholm',
  'enschede',
  'skr',
  'brussels',
  'brussels-12',
  'wallonia',
  'ostbelgien',
  'ireland',
  'ireland-assembly',
  'eu-panel',
  'europe',
] as const
export type PresetName = (typeof presetNames)[number]

/** The order in which fields of a model are told. */
export const fixedFields = [
  'trigger',
  'politicians',
  'citizens',
  'chair',
  'others',
  'selection',
  'selectionWords',
  'minGenderShare',
  'minAge',
  'ageRule',
  'firstMeetingWithin',
  'meetings',
  'meetingLength',
  'span',
  'voteRule',
  'textDeciders',
  'output',
  'recipient',
  'promise',
  'answerRule',
  'answerWords',
  'returnAfter',
] as const satisfies readonly FixedField[]

export function readIn(source: string) {
  return <Value>(value: Value): Marked<Value> => ({ value, mark: 'R', source })
}

/** Known in the field, not read again in the source named. */
export function knownOf(source: string) {
  return <Value>(value: Value): Marked<Value> => ({ value, mark: 'K', source })
}

/** Our own reading of the model: nobody else is answerable for it. */
export function ours<Value>(value: Value): Marked<Value> {
  return { value, mark: 'I', source: '' }
}
