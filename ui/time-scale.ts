/** Where things stand in a chart over time. Pure, so that it can be checked without a picture. */

export type Ticks = {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** About so many lines: fewer say too little, more are a fence. */
const wished = 4

/**
 * A scale of round numbers around these values. It begins at nothing unless the values lie so close together, or so far from it,
 * that nothing but a flat line would be seen; the chart says where it begins.
 */
export function ticksOf(values: readonly number[]): Ticks {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const span = most - least
  // What is farther from nothing than five times its own span would be a flat line.
  const isFar = span > 0 && (least > 5 * span || most < -5 * span)
  const [from, to] = isFar ? [least, most] : [Math.min(0, least), Math.max(0, most)]
  const step = roundStep((to - from || 1) / wished)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(to / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => exact((first + i) * step))
  return { low: exact(first * step), high: exact(last * step), ticks }
}

/** The next of 1, 2, 5, 10, 20, … that is at least this long. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return step * power
}

/** 0.30000000000000004 is 0.3. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

/** The share of the way from one day to another, 0–1; a half where both are the same day. */
export function shareOfTime(
  day: Temporal.PlainDate,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): number {
  const whole = from.until(to, { largestUnit: 'days' }).days
  return whole === 0 ? 0.5 : from.until(day, { largestUnit: 'days' }).days / whole
}

/** Which of these places, in their order, have room for words: none nearer than `apart` to the next; the last one always has. */
export function withRoom(places: readonly number[], apart: number): readonly boolean[] {
  let next = Infinity
  return places
    .toReversed()
    .map((place) => {
      if (next - place < apart) return false
      next = place
      return true
    })
    .toReversed()
}
