import type { Reader } from '../../../platform/http/index.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import {
  Clock,
  PersonChip,
  StateTag,
  type AnswerKind as AnswerLook,
  type IconName,
  type PersonChipProps,
  type TagColor,
} from '../../../ui/index.ts'
import { dueState } from '../clock.ts'
import type { SayDecision } from '../messages/words.ts'
import type { Answer } from '../answers/store.ts'
import { inTimeOf, isAnswerThatCounts, isProposed, type AnswerStanding, type ToldKind } from '../rules.ts'
import type { Package } from '../store.ts'

/** The same sign for an answer wherever it stands. A reasoned no is no error and bears no red. */
const looks: Readonly<Record<ToldKind | 'waiting', { readonly icon: IconName; readonly color: TagColor }>> = {
  accept: { icon: 'agree', color: 'success' },
  'accept-amended': { icon: 'edit', color: 'success' },
  existed: { icon: 'agree', color: 'info' },
  refer: { icon: 'refer', color: 'brand1' },
  park: { icon: 'parked', color: 'brand1' },
  waiting: { icon: 'clock', color: 'brand1' },
  reject: { icon: 'disagree', color: 'neutral' },
  unknown: { icon: 'empty', color: 'neutral' },
}

/** How `ui` draws the big answer of each kind. */
export const bigLooks: Readonly<Record<ToldKind | 'waiting', AnswerLook>> = {
  accept: 'accepted',
  'accept-amended': 'changed',
  existed: 'accepted',
  refer: 'referred',
  park: 'parked',
  waiting: 'waiting',
  reject: 'rejected',
  unknown: 'waiting',
}

/** What an answer is called: before the body has carried it, a proposal. */
export function answerWords(say: SayDecision, answer: Answer | null): string {
  return isProposed(answer) ? say(`proposed.${answer.kind}`) : say(`state.${answer?.kind ?? 'waiting'}`)
}

export function AnswerTag({ answer, say }: { readonly answer: Answer | null; readonly say: SayDecision }) {
  const look = isProposed(answer) ? looks.waiting : looks[answer?.kind ?? 'waiting']
  return <StateTag {...look}>{answerWords(say, answer)}</StateTag>
}

export type PackageClockProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly pack: Package
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** Those whose answers are meant: one, or all of the package. */
  readonly standings: readonly AnswerStanding[]
}

/** Until when the body answers, and what is said when it has or has not. Of a told case no clock of ours runs or ran. */
export function PackageClock({ reader: { time }, say, pack, now, today, standings }: PackageClockProps) {
  const { dueAt, closedAt } = pack
  const answered = standings.filter(isAnswerThatCounts)
  // Of what was put off the clock runs on.
  if (closedAt && dueAt && answered.length > 0) {
    const { count } = inTimeOf(answered, today)
    const of = standings.length
    const words =
      count === of ? say('clock.in-time') : count === 0 ? say('clock.late') : say('clock.some-in-time', { count, of })
    const [only] = standings.length === 1 ? answered : []
    return <Clock state="done" words={words} date={time.day(only?.answeredOn ?? closedAt)} />
  }
  if (!dueAt) return null
  const days = time.daysLeft(dueAt)
  const state = dueState(dueAt, now)
  if (state !== 'due') {
    const words = state === 'long-overdue' ? say('clock.long-overdue', { days: -days }) : time.left(dueAt)
    return <Clock state="late" number={String(-days)} words={words} date={time.deadline(dueAt)} />
  }
  const pressing = days === 0 ? 'today' : days <= 7 ? 'soon' : 'ok'
  return <Clock state={pressing} number={String(days)} words={time.left(dueAt)} date={time.deadline(dueAt)} />
}

export type SignerProps = { readonly reader: Reader; readonly person: Politician | undefined }

/** The politician who signs, linked to her public record. */
export function Signer({ reader, person }: SignerProps) {
  if (!person) return null
  const shown: PersonChipProps = {
    name: person.name,
    role: 'politician',
    line: [person.role, person.party].filter(Boolean).join(' · '),
    href: reader.to('person', { person: person.slug }),
  }
  return <PersonChip {...shown} />
}
