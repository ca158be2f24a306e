import { holdsIn, isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { asPolitician, type PackageState, type Signer } from '../rules.ts'
import type { AnswerKind, Cover, ToldKind } from './counting-rules.ts'

export type AnswerWords = {
  readonly kind: AnswerKind
  readonly reason: string
  readonly amendedText: string
  readonly referTo: string
  readonly referBy: Temporal.PlainDate | null
  readonly parkUntil: Temporal.PlainDate | null
}

export type AnswerRefusal =
  | 'staff-never-answer'
  | 'not-in-recipient-body'
  | 'package-closed'
  | 'dates-missing'
  | 'reason-needed'
  | 'amended-text-needed'
  | 'amended-text-same'
  | 'refer-to-whom'
  | 'refer-by-when'
  | 'park-until-when'
  | 'day-has-passed'

/** What an amendment would change: the text above the clauses where there is one, else the clauses themselves. */
export function wordsToChange(text: string, clauses: readonly { readonly text: string }[]): string {
  return text || clauses.map((clause) => clause.text).join('\n')
}

export type AnswerState = {
  readonly pack: PackageState
  readonly original: string
  /** What was answered before, if anything, and what the body said to it. */
  readonly current: ToldKind | undefined
  readonly cover: Cover
  readonly today: Temporal.PlainDate
}

/**
 * A politician of the recipient body answers in her own name; nobody can for her (R33). What an answer does not need
 * is not kept. After closing only what was referred, or not carried since, can still get its answer.
 */
export function answer(
  state: AnswerState,
  words: AnswerWords,
  actor: Actor,
): Result<{ readonly by: Signer; readonly words: AnswerWords }, AnswerRefusal> {
  const signer = mayAnswerHere(state, actor)
  if (!signer.ok) return signer
  if (words.reason === '') return refuse('reason-needed')
  const details = detailsOf(state, words)
  return details.ok ? accept({ by: signer.value, words: details.value }) : details
}

/** Who and when, before any words: whether the form is shown. */
export function mayAnswerHere(
  { pack, current, cover }: Pick<AnswerState, 'pack' | 'current' | 'cover'>,
  actor: Actor,
): Result<Signer, 'staff-never-answer' | 'not-in-recipient-body' | 'package-closed' | 'dates-missing'> {
  if (isStaff(actor)) return refuse('staff-never-answer')
  const politician = asPolitician(actor)
  if (!politician || pack.body === null || !holdsIn(actor, pack.body, 'politician'))
    return refuse('not-in-recipient-body')
  if (pack.source !== null) return refuse('package-closed')
  if (pack.isClosed && !isOpenAfterClosing(current, cover)) return refuse('package-closed')
  if (pack.meetingOn === null || pack.returnOn === null) return refuse('dates-missing')
  return accept(politician)
}

/** What was passed on still waits for its answer; an answer given since waits until the body has carried it. */
export function isOpenAfterClosing(current: ToldKind | undefined, cover: Cover): boolean {
  return current === 'refer' || (current !== undefined && cover !== 'carried')
}

/** A browser sends other ends of lines than it was given. */
export function isSameWords(one: string, other: string): boolean {
  const plain = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()
  return plain(one) === plain(other)
}

type DetailRefusal =
  | 'amended-text-needed'
  | 'amended-text-same'
  | 'refer-to-whom'
  | 'refer-by-when'
  | 'park-until-when'
  | 'day-has-passed'
  | 'package-closed'

function detailsOf({ original, today, pack }: AnswerState, words: AnswerWords): Result<AnswerWords, DetailRefusal> {
  const plain: AnswerWords = {
    kind: words.kind,
    reason: words.reason,
    amendedText: '',
    referTo: '',
    referBy: null,
    parkUntil: null,
  }
  const isPast = (day: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, today) < 0
  switch (words.kind) {
    case 'accept':
    case 'reject':
      return accept(plain)
    case 'accept-amended':
      if (words.amendedText === '') return refuse('amended-text-needed')
      if (isSameWords(words.amendedText, original)) return refuse('amended-text-same')
      return accept({ ...plain, amendedText: words.amendedText })
    case 'refer':
      if (words.referTo === '') return refuse('refer-to-whom')
      if (words.referBy === null) return refuse('refer-by-when')
      return isPast(words.referBy)
        ? refuse('day-has-passed')
        : accept({ ...plain, referTo: words.referTo, referBy: words.referBy })
    case 'park':
      if (pack.isClosed) return refuse('package-closed')
      if (words.parkUntil === null) return refuse('park-until-when')
      return isPast(words.parkUntil) ? refuse('day-has-passed') : accept({ ...plain, parkUntil: words.parkUntil })
  }
}

type SaidWords = {
  readonly kind: ToldKind
  readonly reason: string
  readonly amendedText: string
  readonly referTo: string
  readonly referBy: Temporal.PlainDate | null
  readonly parkUntil: Temporal.PlainDate | null
}
type StandingWords = SaidWords & { readonly version: number; readonly person: Id<'person'> | null }
type Replacing = {
  /** The version her form showed, 0 for none; null where no form was read. */
  readonly seen: number | null
  readonly person: Id<'person'>
  readonly words: SaidWords
}

/**
 * What may take the place of the answer that stands: one she has had before her, so that nobody's answer is replaced unread; and not
 * her own very words again, of which everybody would be told and which the body would have to vote on once more.
 */
export function replaceAnswer(
  standing: StandingWords | null,
  { seen, person, words }: Replacing,
): Result<null, 'answered-meanwhile' | 'answer-unchanged'> {
  if (seen !== null && seen !== (standing?.version ?? 0)) return refuse('answered-meanwhile')
  return standing?.person === person && plainOf(standing) === plainOf(words) ? refuse('answer-unchanged') : accept(null)
}

function plainOf({ kind, reason, amendedText, referTo, referBy, parkUntil }: SaidWords): string {
  return JSON.stringify([kind, reason, amendedText, referTo, referBy?.toString(), parkUntil?.toString()])
}
