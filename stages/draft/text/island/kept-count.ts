/**
 * Counts what is not stored yet. The server acknowledges messages in the order they were sent, one by one, and each message
 * holds all that was changed here until it was sent. When the line breaks nothing under way counts: it is sent again.
 */
export type KeptCount = {
  readonly changed: (update: Uint8Array) => void
  readonly sent: () => void
  readonly kept: () => void
  readonly lost: () => void
  /** How many changes are not stored. */
  readonly unkept: () => number
  /** These changes, as they were made, in order. */
  readonly unkeptUpdates: () => readonly Uint8Array[]
  readonly isWaiting: () => boolean
}

export function openKeptCount(): KeptCount {
  let updates: Uint8Array[] = []
  let stored = 0
  let underWay: number[] = []
  const changes = (): number => stored + updates.length
  return {
    changed: (update) => {
      updates.push(update)
    },
    sent: () => {
      underWay = [...underWay, changes()]
    },
    kept: () => {
      const [first = stored, ...others] = underWay
      underWay = others
      if (first <= stored) return
      updates = updates.slice(first - stored)
      stored = first
    },
    lost: () => {
      underWay = []
    },
    unkept: () => updates.length,
    unkeptUpdates: () => updates,
    isWaiting: () => underWay.length > 0,
  }
}
