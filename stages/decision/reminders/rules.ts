/** When a promised day is reminded of, and whose turn it is: pure. */

export const steps = ['those', 'chair', 'everybody'] as const
/** Those who promised; then the chair, once the day has passed; then everybody, when the silence lasts. */
export type Step = (typeof steps)[number]

export const reminded = ['answers', 'return', 'parked', 'referred', 'questions', 'reply', 'unsent'] as const
export type Reminded = (typeof reminded)[number]

export type Told = { readonly step: Step; readonly at: Temporal.Instant }

export type PromisedDay = {
  readonly what: Reminded
  /** When the clock started; null where that is not known. */
  readonly since: Temporal.Instant | null
  readonly dueAt: Temporal.Instant
  readonly told: readonly Told[]
}

/** Ten days before its day those who promised hear of it, or half way, where they had less than twenty days. */
export const hoursBefore = 240
/** A worker that stood still tells all three no faster than this: whoever is reminded can still act before the next one hears. */
const hoursBetween = 72
const hoursOfSilence: Readonly<Record<Reminded, number>> = {
  answers: 720,
  return: 720,
  parked: 720,
  referred: 720,
  // Who asked at a meeting, and half way, has no month to lose.
  questions: 240,
  reply: 240,
  unsent: 240,
}

/** The next step, if its time has come; undefined while it has not, and when all three are told. */
export function stepDue(promise: PromisedDay, now: Temporal.Instant): Step | undefined {
  const next = steps[promise.told.length]
  if (next === undefined || !isAfter(now, startOf(promise, next))) return undefined
  const last = promise.told.at(-1)
  return last && !isAfter(now, last.at.add({ hours: hoursBetween })) ? undefined : next
}

function startOf({ what, since, dueAt }: PromisedDay, step: Step): Temporal.Instant {
  switch (step) {
    case 'those': {
      const before = dueAt.subtract({ hours: hoursBefore })
      const half =
        since === null ? before : dueAt.subtract({ seconds: Math.round(since.until(dueAt).total('seconds') / 2) })
      return isAfter(half, before) ? half : before
    }
    case 'chair':
      return dueAt
    case 'everybody':
      return dueAt.add({ hours: hoursOfSilence[what] })
  }
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

/** The day in the middle of a timetable: until then a mandate that names a parent body wants its group to have asked it. */
export function halfOf(startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): Temporal.PlainDate {
  return startsOn.add({ days: Math.floor(startsOn.until(endsOn).days / 2) })
}
