import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Arena } from '../arena.ts'
import { recordsOf, type StaffRecord } from '../by-staff/store.ts'
import { panelsOf } from '../lottery/panels-store.ts'
import { entriesOf } from '../lottery/pool-store.ts'
import { applicationsOf } from '../store.ts'
import { lettersOwed, type InDraw, type Letter } from './owed.ts'
import { lastDrawIn, postedIn } from './store.ts'

/** Letters of one case that are still to be posted, by receipt. */
export async function lettersIn(
  read: Read,
  problem: Id<'problem'>,
  { arena, now }: { readonly arena: Pick<Arena, 'asked'>; readonly now: Temporal.Instant },
): Promise<readonly Letter[]> {
  const [records, applications, posted] = await Promise.all([
    recordsOf(read, problem),
    applicationsOf(read, problem),
    postedIn(read, problem),
  ])
  const draws = await drawsOf(read, problem, records)
  return lettersOwed({ records, applications, asked: arena.asked, draws, posted }, now)
}

/** Who of them was in the last draw, with her chance. */
async function drawsOf(
  read: Read,
  problem: Id<'problem'>,
  records: readonly StaffRecord[],
): Promise<ReadonlyMap<Id<'account'>, InDraw>> {
  const drawn = await lastDrawIn(read, problem)
  const held = new Set(records.flatMap(({ account }) => account ?? []))
  if (!drawn || held.size === 0) return new Map()
  const at = { problem, lottery: drawn.lottery }
  const entries = (await entriesOf(read, at)).flatMap(({ account, number }) =>
    account !== null && held.has(account) ? [{ account, number }] : [],
  )
  if (entries.length === 0) return new Map()
  const chances = new Map((await panelsOf(read, at))?.certificate.chances)
  return new Map(entries.map(({ account, number }) => [account, { ...drawn, chance: chances.get(number) ?? null }]))
}
