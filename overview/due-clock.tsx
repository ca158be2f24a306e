import type { EverydayKey, Say, TimeWords } from '../platform/i18n/index.ts'
import { Clock, type ClockProps } from '../ui/index.ts'

export type DueClockProps = {
  readonly due: Temporal.Instant
  readonly now: Temporal.Instant
  readonly time: TimeWords
  readonly common: Say<EverydayKey>
  readonly isDone?: boolean | undefined
  readonly size?: 's' | 'l' | undefined
}

/** The clock of one date that was promised: its state, what is left, and the exact time there. */
export function DueClock({ due, now, time, common, isDone, size }: DueClockProps) {
  const state = isDone ? 'done' : clockState(due, now, time)
  return (
    <Clock
      state={state}
      number={numberOf({ due, now, time, state })}
      words={isDone ? common('clock.done') : time.left(due)}
      date={time.deadline(due)}
      size={size}
    />
  )
}

const daysSoon = 7

export function clockState(
  due: Temporal.Instant,
  now: Temporal.Instant,
  time: TimeWords,
): Exclude<ClockProps['state'], 'done'> {
  if (Temporal.Instant.compare(due, now) < 0) return 'late'
  const days = time.daysLeft(due)
  return days === 0 ? 'today' : days <= daysSoon ? 'soon' : 'ok'
}

type Moment = Pick<DueClockProps, 'due' | 'now' | 'time'> & { readonly state: ClockProps['state'] }

/** Days in the ring; on the last day its hours, "4 h". */
function numberOf({ due, now, time, state }: Moment): string {
  if (state === 'today') return `${Math.max(1, Math.floor(now.until(due).total('hours')))} h`
  return String(Math.abs(time.daysLeft(due)))
}
