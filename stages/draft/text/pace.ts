/** How many messages a browser may send: who types fast sends ten a second, and after a pause a burst. */
export type Pace = { readonly perSecond: number; readonly burst: number }

/** A bucket that fills with time: each message takes one, and an empty one refuses. `now` in milliseconds. */
export function openPace({ perSecond, burst }: Pace, start: number): (now: number) => boolean {
  let left = burst
  let since = start
  return (now) => {
    left = Math.min(burst, left + ((now - since) / 1000) * perSecond)
    since = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
