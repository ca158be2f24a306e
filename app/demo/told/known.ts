import type { Id, Noun, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Day } from './told-case.ts'

/** One entry of a told line: written in the order of these days, at the time of recording. */
export type Act = { readonly day: Day; readonly tell: (tx: Tx) => Promise<void> }

/** The language of all told words. */
export const language = 'en'

/** What a line points to: the place's bodies, and what its earlier entries left behind, by kind and key. */
export type Known = {
  readonly timeZone: string
  readonly bodies: ReadonlyMap<string, Id<'body'>>
  readonly things: Map<string, Thing>
}

export function keep(known: Known, thing: Thing, key = ''): void {
  known.things.set(`${thing.kind} ${key}`, thing)
}

/** Throws when the data name what is not told: a mistake in a data file. */
export function idOf<N extends Noun>(known: Known, kind: N, key = ''): Id<N> {
  const thing = known.things.get(`${kind} ${key}`)
  if (!thing) throw new Error(`the told case has no ${kind} «${key}»`)
  return thing.id as Id<N> // kept under its kind
}

export function bodyOf(known: Known, slug: string): Id<'body'> {
  const body = known.bodies.get(slug)
  if (!body) throw new Error(`the told case has no body «${slug}»`)
  return body
}

export function dateOf(day: Day | null): Temporal.PlainDate | null {
  return day === null ? null : Temporal.PlainDate.from(day)
}

export function instantAt(known: Pick<Known, 'timeZone'>, day: Day, time: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: known.timeZone, plainTime: time }).toInstant()
}

export function later(one: Day, other: Day): Day {
  return one < other ? other : one
}
