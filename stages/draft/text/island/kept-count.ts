/**
 * Counts what is not stored yet. The server acknowledges messages in the order they were sent, one by one, and each message
 * holds all that was changed here until it was sent. When the line breaks nothing under way counts: it is sent again.
 */
export type KeptCount = {
  readonly changed: () => void
  readonly sent: () => void
  readonly kept: () => void
  readonly lost: () => void
  readonly unkept: () => number
  readonly isWaiting: () => boolean
}

export function openKeptCount(): KeptCount {
  let changes = 0
  let stored = 0
  let underWay: number[] = []
  return {
    changed: () => {
      changes += 1
    },
    sent: () => {
      underWay = [...underWay, changes]
    },
    kept: () => {
      const [first, ...others] = underWay
      underWay = others
      stored = Math.max(stored, first ?? stored)
    },
    lost: () => {
      underWay = []
    },
    unkept: () => changes - stored,
    isWaiting: () => underWay.length > 0,
  }
}
