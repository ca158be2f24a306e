/** When the one mail a day goes out: it lies there when people get up, and no telephone rings at night. */
const morningHour = Temporal.PlainTime.from('07:00')

export type Morning = { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant }

/** The place's latest morning that has come. */
export function latestMorning(timeZone: string, now: Temporal.Instant): Morning {
  const local = now.toZonedDateTimeISO(timeZone)
  const today = morningOf(local.toPlainDate(), timeZone)
  return Temporal.Instant.compare(today.at, now) <= 0
    ? today
    : morningOf(local.toPlainDate().subtract({ days: 1 }), timeZone)
}

function morningOf(day: Temporal.PlainDate, timeZone: string): Morning {
  return { day, at: day.toZonedDateTime({ timeZone, plainTime: morningHour }).toInstant() }
}
