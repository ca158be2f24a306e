/**
 * When a code is mailed, when a browser joins one mailed before, and what one try does. Pure.
 *
 * A guesser's chances. A short code has 8 digits, 5 tries belong to one asking, and one address is mailed at most 15
 * short codes in 24 hours: 15 × 5 / 10⁸ is less than 1 in 1,300,000 a day and address. Guessing at many addresses at
 * once, one client asks at most 100 times in ten minutes: 14,400 × 5 / 10⁸ is 1 in 1,388 a day that any of them opens.
 * Over all addresses of an installation `wrongTriesPerHour` are no accident: below that bound the chance that any account
 * opens in a day is under 1 in 10,000, above it the log raises an alarm (`app/guessing.ts`).
 * A long code has 12 digits; askings for it are not bounded per address, for that bound would be a lock: a million
 * askings a day are 10⁶ × 5 / 10¹², 1 in 200,000.
 *
 * Mails to one address. At most 15 short codes in 24 hours, and one long code in 50 minutes: at most 44 a day, and one
 * more for each long code its owner uses up. A stranger who asks more often changes nothing for her: her own attempts
 * stay good, and a browser that asks in the flood is opened by the long code that lies in her mailbox already.
 */

/** One asking for a code, as far as the rules care. */
export type Asked = {
  readonly at: Temporal.Instant
  readonly isLong: boolean
  readonly isMailed: boolean
  readonly expiresAt: Temporal.Instant
  /** When it was typed rightly; then it is used up. */
  readonly enteredAt: Temporal.Instant | null
}

export const triesPerAttempt = 5
export const digitsOf = { short: 8, long: 12 } as const
export const minutesOf = { short: 10, long: 60 } as const

/** Of all people of an installation: 24 × 400 / 10⁸ is less than 1 in 10,000 a day. */
export const wrongTriesPerHour = 400

const mailsPerHour = 5
export const shortCodesPerDay = 15
/** Whoever joins a long code has at least this long to type it. */
const minutesToType = 10
const askingsPerClient = 100
const minutesPerClient = 10

/** How far back the rules look; what is older can be forgotten. */
export const hoursRemembered = 24

export type Sending<One extends Asked = Asked> =
  | { readonly kind: 'mail'; readonly length: 'short' | 'long' }
  | { readonly kind: 'join'; readonly code: One }

/** What one more asking for an address gets, after these earlier ones. Never a refusal: that would be a lock. */
export function sendingFor<One extends Asked>(earlier: readonly One[], now: Temporal.Instant): Sending<One> {
  const mailed = earlier.filter((one) => one.isMailed)
  const short = mailed.filter((one) => !one.isLong && isWithin(one.at, { hours: hoursRemembered }, now))
  // Who typed a code rightly holds the mailbox: mails before that were wanted.
  const wantedUntil = earlier
    .flatMap((one) => one.enteredAt ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(b, a))[0]
  const unwanted = mailed.filter(
    (one) =>
      isWithin(one.at, { hours: 1 }, now) && !(wantedUntil && Temporal.Instant.compare(one.at, wantedUntil) <= 0),
  )
  if (unwanted.length < mailsPerHour && short.length < shortCodesPerDay) return { kind: 'mail', length: 'short' }
  const joinable = mailed.find(
    (one) => one.isLong && one.enteredAt === null && Temporal.Instant.compare(now, nextMailAfter(one)) < 0,
  )
  return joinable ? { kind: 'join', code: joinable } : { kind: 'mail', length: 'long' }
}

/** When the next long code can be mailed, while this one is not used up. */
export function nextMailAfter({ expiresAt }: Pick<Asked, 'expiresAt'>): Temporal.Instant {
  return expiresAt.subtract({ minutes: minutesToType })
}

/** Null when this client may ask now; else from when on it may. `askings` are its earlier ones. */
export function clientMayAskAt(askings: readonly Temporal.Instant[], now: Temporal.Instant): Temporal.Instant | null {
  const recent = askings
    .filter((at) => isWithin(at, { minutes: minutesPerClient }, now))
    .toSorted((a, b) => Temporal.Instant.compare(a, b))
  const oldestThatCounts = recent.at(-askingsPerClient)
  return oldestThatCounts ? oldestThatCounts.add({ minutes: minutesPerClient }) : null
}

export type Tried = 'right' | 'wrong-code' | 'code-expired'

export type Attempt = Pick<Asked, 'expiresAt' | 'enteredAt'> & { readonly triesLeft: number }

/** What one try is. Only the attempt it was made in can lose by it. */
export function tryOn(attempt: Attempt, isRight: boolean, now: Temporal.Instant): Tried {
  if (!isAlive(attempt, now)) return 'code-expired'
  return isRight ? 'right' : 'wrong-code'
}

export function isAlive({ expiresAt, enteredAt, triesLeft }: Attempt, now: Temporal.Instant): boolean {
  return triesLeft > 0 && enteredAt === null && Temporal.Instant.compare(now, expiresAt) < 0
}

function isWithin(at: Temporal.Instant, span: { hours?: number; minutes?: number }, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add(span), now) > 0
}
