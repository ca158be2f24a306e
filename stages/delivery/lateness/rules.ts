import { addWorkingDays } from '@folkmoot/basics/working-days.ts'

/** Who hears that a day has passed, one after the other: the next only where the one before has not seen to it. */
export const lateSteps = ['owner', 'chair', 'followers'] as const
export type LateStep = (typeof lateSteps)[number]

/** In working days after the day it was due. The page says so from the first moment; nobody is told in public by surprise. */
const patience: Readonly<Record<LateStep, number>> = { owner: 0, chair: 3, followers: 7 }

export type LateDays = Readonly<Record<LateStep, Temporal.PlainDate>>

/** For each step the last day that, if something was due on it, has the step behind it today. */
export function lateDays(today: Temporal.PlainDate, holidays: readonly Temporal.PlainDate[]): LateDays {
  return {
    owner: lastDayBehind(patience.owner, today, holidays),
    chair: lastDayBehind(patience.chair, today, holidays),
    followers: lastDayBehind(patience.followers, today, holidays),
  }
}

function lastDayBehind(
  working: number,
  today: Temporal.PlainDate,
  holidays: readonly Temporal.PlainDate[],
): Temporal.PlainDate {
  let day = today.subtract({ days: 1 }) // a day is late when it is over
  while (Temporal.PlainDate.compare(addWorkingDays(day, working, holidays), today) > 0) day = day.subtract({ days: 1 })
  return day
}

/** Which steps a day that was due has behind it, in their order. */
export function stepsBehind(due: Temporal.PlainDate, days: LateDays): readonly LateStep[] {
  return lateSteps.filter((step) => Temporal.PlainDate.compare(due, days[step]) <= 0)
}
