/** Closes a `switch` over a union: a new member without a case does not compile. Throws if reached. */
export function neverReached(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`)
}
