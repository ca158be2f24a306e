import { expect } from 'vitest'

const kinds = [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainDateTime,
  Temporal.PlainTime,
  Temporal.ZonedDateTime,
  Temporal.Duration,
] as const

function textOf(value: unknown): string | undefined {
  const kind = kinds.find((one) => value instanceof one)
  return kind && `${kind.name} ${String(value)}`
}

// A time has no property of its own: to `toMatchObject` any two of a kind are the same, and a test of a day cannot fail.
expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    const [one, other] = [textOf(a), textOf(b)]
    return one === undefined && other === undefined ? undefined : one === other
  },
])
