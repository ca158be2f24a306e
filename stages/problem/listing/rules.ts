import { parseId, type Id } from '@folkmoot/basics/ids.ts'

/** Where a problem stands, as lists say it; in the order of its way. */
export const listStates = [
  'collecting',
  'closed',
  'waiting',
  'taken-up',
  'mandate',
  'refused',
  'lapsed',
  'settled',
  'merged',
  'open',
  'told',
] as const
export type ListState = (typeof listStates)[number]

/** By age or by the time that is left: never by what makes people angry. */
export const listOrders = ['newest', 'time-left'] as const
export type ListOrder = (typeof listOrders)[number]

/** What a list is ordered by. */
export type Placed = {
  readonly problem: { readonly id: Id<'problem'>; readonly raisedAt: Temporal.Instant }
  readonly endsAt: Temporal.Instant | null
}

/** The last one of the page before. */
export type After = { readonly at: Temporal.Instant; readonly id: Id<'problem'> }

/** As it stands in an address: the moment, then the id. */
export function afterText({ problem, endsAt }: Placed, order: ListOrder): string {
  const at = order === 'time-left' ? endsAt : problem.raisedAt
  return at === null ? '' : `${at.epochNanoseconds / 1000n}_${problem.id}`
}

/** Reads it back; null for what we did not write. */
export function afterOf(text: string | null): After | null {
  const [, micros = '', id = ''] = /^(\d{1,17})_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  const problem = parseId('problem', id)
  if (!problem) return null
  return { at: Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n), id: problem }
}
