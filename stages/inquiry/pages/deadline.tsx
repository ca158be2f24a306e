import type { Reader } from '../../../platform/http/index.ts'
import { Clock } from '../../../ui/index.ts'
import { inquiryWords } from '../messages/words.ts'
import type { Round } from '../questions/store.ts'

export type DeadlineProps = {
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly round: Pick<Round, 'startsAt' | 'dueAt' | 'repliedAt'>
  readonly size?: 's' | undefined
}

const soonDays = 3

/** How much time a round has left, or when its answer came. Nothing in a told case: no deadline is known there. */
export function Deadline({ reader: { lang, time }, now, round: { startsAt, dueAt, repliedAt }, size }: DeadlineProps) {
  if (!dueAt) return null
  const say = inquiryWords.say(lang)
  const date = time.deadline(dueAt)
  if (repliedAt) {
    const isLate = Temporal.Instant.compare(repliedAt, dueAt) > 0
    return (
      <Clock
        state="done"
        words={say(isLate ? 'clock.answered-late' : 'clock.answered-in-time')}
        date={say('clock.was-due', { date })}
        size={size}
      />
    )
  }
  const days = time.daysLeft(dueAt)
  const isLate = Temporal.Instant.compare(dueAt, now) < 0
  const state = isLate ? 'late' : days === 0 ? 'today' : days <= soonDays ? 'soon' : 'ok'
  const share = dueAt.since(now).total('hours') / dueAt.since(startsAt).total('hours')
  return (
    <Clock
      state={state}
      number={String(Math.abs(days))}
      words={time.left(dueAt)}
      date={date}
      share={share}
      size={size}
    />
  )
}
