import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { linkAll } from '../../platform/thread/index.ts'
import { commitmentsById } from './store.ts'

/** The thread goes on from a promise, or a told one, to each of its milestones. */
export async function linkMilestones(tx: Tx, commitment: Id<'commitment'>): Promise<void> {
  const [promised] = await commitmentsById(tx, [commitment])
  const links = (promised?.milestones ?? []).map(({ id }) => ({
    from: { kind: 'milestone', id } as const,
    to: { kind: 'commitment', id: commitment } as const,
  }))
  await linkAll(tx, 'part-of', links)
}
