/**
 * What a person can cause is a value, never an exception: either the accepted thing or a refusal
 * whose code has a sentence in every language.
 */
export type Result<Value, Code extends string> = Accepted<Value> | Refused<Code>

export type Accepted<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Code extends string> = { readonly ok: false; readonly refusal: Code }

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value }
}

export function refuse<const Code extends string>(refusal: Code): Refused<Code> {
  return { ok: false, refusal }
}
