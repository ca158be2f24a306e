/** How a share may be said. Of few, a percentage pretends to know more than there is: then it is said in numbers alone. */
export type Share =
  | { readonly kind: 'none' }
  | { readonly kind: 'numbers'; readonly part: number; readonly whole: number }
  | { readonly kind: 'percent'; readonly part: number; readonly whole: number; readonly share: number }

/** From so many on a percentage is said beside the numbers. */
export const leastForPercent = 10

export function shareOf(part: number, whole: number): Share {
  if (whole === 0) return { kind: 'none' }
  return whole < leastForPercent
    ? { kind: 'numbers', part, whole }
    : { kind: 'percent', part, whole, share: part / whole }
}
