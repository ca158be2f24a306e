/** So long before the day whoever must answer has it on the desk. */
export const warnedDays = 14

/** So long after the day who still waits for an answer may get one; then what she told is erased all the same. */
export const daysLonger = 30

export function lastDayOf(dueOn: Temporal.PlainDate): Temporal.PlainDate {
  return dueOn.add({ days: daysLonger })
}
