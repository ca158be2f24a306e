import type { Actor } from '@folkmoot/basics/actor.ts'
import type { BeaconKey } from '@folkmoot/sortition/beacons.ts'
import type { Reply } from '../../../platform/http/index.ts'
import type { LotteryCase } from './testing.ts'
import { go, later, town, withLimits, work } from './testing-draw.ts'

/** 12:00 in Copenhagen: two hours after the call has closed. */
export const noon = { beacon: 'nist', 'from-date': '2026-11-23', 'from-time': '12:00' }
export const randomness = `000001d8${'0'.repeat(120)}`
export const other = `000001d8${'0'.repeat(119)}1`

export async function locked(): Promise<LotteryCase> {
  const of = await withLimits()
  await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
  return of
}

export async function announced(beacon: BeaconKey = 'nist'): Promise<LotteryCase> {
  const of = await locked()
  await go(of, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: { ...noon, beacon } })
  await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
  await work(of)
  return of
}

export const past = (of: LotteryCase): Temporal.Instant => later(of.closedAt, 130)

export function reads(
  of: LotteryCase,
  text: string,
  { as = town.people.chen, when = past(of), signature = '' } = {},
): Promise<Reply> {
  return go(of, 'arena.write-lottery-reading', { as, at: when, typed: { randomness: text, signature } })
}

export function readsAgain(
  of: LotteryCase,
  text: string,
  { as = town.people.gita, when = past(of) } = {},
): Promise<Reply> {
  return go(of, 'arena.write-lottery-reading-again', { as, at: when, typed: { randomness: text } })
}

export function doubts(of: LotteryCase, as: Actor, when: Temporal.Instant): Promise<Reply> {
  return go(of, 'arena.doubt-lottery-beacon', { as, at: when, typed: { found: 'No answer all evening' } })
}

export function givesUp(of: LotteryCase, as: Actor, when: Temporal.Instant): Promise<Reply> {
  return go(of, 'arena.give-lottery-beacon-up', { as, at: when, typed: { found: 'Error 404' } })
}
