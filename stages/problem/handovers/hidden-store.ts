import type { RoleName } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { hiddenAmong, type HouseRule, type Tombstone } from '../../../platform/moderation/index.ts'
import { framings } from '../framing-store.ts'
import type { HandoverIn } from './in-store.ts'
import { stoneOver } from './rules.ts'

/** The stones that came with what is hidden where it was handed over from. */
export async function stonesFromThere(read: Read, ids: readonly Id<'handover'>[]): Promise<ReadonlyMap<Id, Tombstone>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('problem.handover_hidden')
    .select(['handover_id', 'rule', 'reason', 'role', 'hidden_at'])
    .where('handover_id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.handover_id,
      {
        rule: row.rule as HouseRule, // held by a check constraint
        reason: row.reason,
        role: row.role as RoleName, // copied from a stone
        at: row.hidden_at,
      },
    ]),
  )
}

/**
 * The stones this place has set over what came to it: over the hand-over itself, or over the problem it became here, which has
 * the same words.
 */
export async function stonesHere(read: Read, arrived: readonly HandoverIn[]): Promise<ReadonlyMap<Id, Tombstone>> {
  const problems = arrived.flatMap(({ problem }) => problem ?? [])
  const versions = new Map(
    await Promise.all(problems.map(async (problem) => [problem, await framings(read, problem)] as const)),
  )
  const ids = [...versions.values()].flat().map(({ id }) => id)
  const hidden = await hiddenAmong(read, [...arrived.map(({ id }) => id), ...problems, ...ids])
  return new Map(
    arrived.flatMap((copy) => {
      const stone = stoneOver(copy, {
        problem: copy.problem === null ? undefined : hidden.get(copy.problem),
        asking: hidden.get(copy.id),
        framings: (copy.problem === null ? [] : (versions.get(copy.problem) ?? [])).map((words) => ({
          words,
          stone: hidden.get(words.id),
        })),
      })
      return stone ? [[copy.id, stone] as const] : []
    }),
  )
}

/** Which of these hand-overs nobody may read here: hidden by this place, or where they came from. */
export async function unreadable(read: Read, ids: readonly Id<'handover'>[]): Promise<ReadonlySet<Id>> {
  const [here, there] = await Promise.all([hiddenAmong(read, ids), stonesFromThere(read, ids)])
  return new Set([...here.keys(), ...there.keys()])
}

/** False when it stands here already: a job may run twice. */
export async function putStone(tx: Tx, id: Id<'handover'>, stone: Tombstone): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('problem.handover_hidden')
    .values({
      jurisdiction_id: tx.jurisdiction,
      handover_id: id,
      rule: stone.rule,
      reason: stone.reason,
      role: stone.role,
      hidden_at: stone.at,
      arrived_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'handover_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when none stands here. */
export async function takeStone(tx: Tx, id: Id<'handover'>): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('problem.handover_hidden')
    .where('handover_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export type AskedThere = { readonly id: Id<'handover'>; readonly to: Id<'jurisdiction'> }

/** What this place has handed to others of a problem, of a framing of it, or as this very hand-over; without what never arrived. */
export async function handedOf(read: Read, id: Id): Promise<readonly AskedThere[]> {
  const { rows } = await sql<AskedThere>`
    select o.id, o.to_id as "to"
    from problem.handover_out o
    where o.state <> 'stopped' and (
      o.id = ${id} or o.problem_id = ${id}
      or o.problem_id in (select f.problem_id from problem.framing f where f.id = ${id})
    )
    order by o.asked_at, o.id`.execute(read)
  return rows
}
