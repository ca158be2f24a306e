import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../platform/db/index.ts'

/** How the group of a told case is kept: no seats, only of whom it was made up. */

export type ToldGroup = {
  readonly kind: 'politician' | 'citizen' | 'chair' | 'other'
  readonly words: string
  readonly count: number | null
  readonly source: string
}

export async function putToldGroups(tx: Tx, problem: Id<'problem'>, groups: readonly ToldGroup[]): Promise<void> {
  if (groups.length === 0) return
  await tx
    .insertInto('arena.told_group')
    .values(
      groups.map((group, position) => ({ jurisdiction_id: tx.jurisdiction, problem_id: problem, position, ...group })),
    )
    .execute()
}

export async function toldGroupsOf(read: Read, problem: Id<'problem'>): Promise<readonly ToldGroup[]> {
  const rows = await read
    .selectFrom('arena.told_group')
    .select(['kind', 'words', 'count', 'source'])
    .where('problem_id', '=', problem)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ToldGroup['kind'] })) // held by a check constraint
}
