import type { Id } from '@folkmoot/basics/ids.ts'
import { whereIs } from './rules.ts'
import type { Moved } from './store.ts'

/** What one committee gave away by the decisions of one year. */
export type YearLine = {
  readonly from: Id<'body'>
  /** Of the decision; null where nobody wrote the day. */
  readonly year: number | null
  readonly moved: number
  readonly back: number
  /** Hours freed in the committee, as far as somebody reckoned. */
  readonly freedHours: number
  /** Pieces of business nobody reckoned the hours of. */
  readonly unreckoned: number
}

/** By committee and year of the decision, the latest year first. */
export function byYear(moved: readonly Moved[], today: Temporal.PlainDate): readonly YearLine[] {
  const groups = Map.groupBy(moved, ({ from, decidedOn }) => `${decidedOn?.year ?? ''} ${from}`)
  const lines = [...groups.values()].flatMap((all): readonly YearLine[] => {
    const [first] = all
    if (!first) return []
    return [
      {
        from: first.from,
        year: first.decidedOn?.year ?? null,
        moved: all.length,
        back: all.filter((one) => whereIs(one, today) === 'back').length,
        freedHours: all.reduce((sum, { freedHours }) => sum + (freedHours ?? 0), 0),
        unreckoned: all.filter(({ freedHours }) => freedHours === null).length,
      },
    ]
  })
  return lines.toSorted((one, other) => (other.year ?? 0) - (one.year ?? 0) || one.from.localeCompare(other.from))
}

/** What is asked for of the register. */
export type Asked = { readonly from: Id<'body'> | null; readonly year: number | null }

export function askedOf(moved: readonly Moved[], { from, year }: Asked): readonly Moved[] {
  return moved.filter((one) => (from === null || one.from === from) && (year === null || one.decidedOn?.year === year))
}
