/** Letters one after the other on the clock of one client. */
export type Run = { readonly clock: number; readonly length: number }

/** Whether a letter is in any of the runs. O(n log n) to prepare, then O(log n) for each: there can be as many runs as letters. */
export function withinAny(runs: readonly Run[]): (clock: number) => boolean {
  const apart: { readonly from: number; to: number }[] = []
  for (const { clock, length } of runs.toSorted((one, other) => one.clock - other.clock)) {
    const last = apart.at(-1)
    if (last && clock <= last.to) last.to = Math.max(last.to, clock + length)
    else apart.push({ from: clock, to: clock + length })
  }
  return (clock) => {
    let [low, high] = [0, apart.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((apart[middle]?.to ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    const run = apart[low]
    return run !== undefined && run.from <= clock
  }
}
