/** Tries what is due one by one: what fails is told by its id, tried again later and later, and stops nothing else. */
export type Patience = (one: Due, act: () => Promise<void>) => Promise<void>

export type Due = {
  /** Which thing it is, by its id: that alone is told. */
  readonly id: string
  readonly now: Temporal.Instant
}

/** For tests and whoever runs a job by hand: what fails, fails. */
export const impatient: Patience = async (_, act) => act()

const secondsFirst = 10
const secondsMost = 3600

type Failed = { readonly times: number; readonly notBefore: Temporal.Instant }

/** How long to wait after so many failures in a row, in seconds: each time twice as long, at most an hour. */
export function secondsToWait(times: number): number {
  return Math.min(secondsMost, secondsFirst * 2 ** (times - 1))
}

/** Remembers in this process what failed, until it succeeds. */
export function openPatience(tellFailure: (what: string, error: unknown) => void): Patience {
  const failed = new Map<string, Failed>()
  return async ({ id, now }, act) => {
    const before = failed.get(id)
    if (before && Temporal.Instant.compare(now, before.notBefore) < 0) return
    try {
      await act()
      failed.delete(id)
    } catch (error) {
      const times = (before?.times ?? 0) + 1
      const seconds = secondsToWait(times)
      failed.set(id, { times, notBefore: now.add({ seconds }) })
      tellFailure(`${id} failed ${times === 1 ? 'once' : `${times} times`}; it is tried again in ${seconds} s`, error)
    }
  }
}
