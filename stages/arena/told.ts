import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { record } from './facts.ts'
import * as store from './told-store.ts'

export type ToldArena = {
  readonly problem: Id<'problem'>
  readonly groups: readonly Omit<store.ToldGroup, 'source'>[]
  readonly source: string
}

/** Who took part in a case told from published sources: groups and sizes, no names. */
export async function retellArena(tx: Tx, { problem, groups, source }: ToldArena): Promise<void> {
  await store.putToldGroups(
    tx,
    problem,
    groups.map((group) => ({ ...group, source })),
  )
  await record(tx, {
    kind: 'arena.told',
    problem,
    public: { groups: groups.map(({ words, count }) => ({ words, count })), source, toldOf: null },
    time: 'exact',
  })
}
