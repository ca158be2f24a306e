import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { authorsOf } from '../../../platform/notices/index.ts'
import { upstream } from '../../../platform/thread/index.ts'
import { seatsOf } from '../../arena/index.ts'

type Handed = { readonly problem: Id<'problem'>; readonly recommendations: readonly Id<'recommendation'>[] }

/** Who worked on it: the members of the group, and whoever wrote something that led to one of these recommendations. */
export async function invitedTo(read: Read, { problem, recommendations }: Handed): Promise<ReadonlySet<Id<'account'>>> {
  const [seats, ...sources] = await Promise.all([
    seatsOf(read, problem),
    ...recommendations.map((id) => upstream(read, { kind: 'recommendation', id })),
  ])
  const things = new Set<Id>([...recommendations, ...sources.flat().map(({ to }) => to.id)])
  return new Set([...seats.map(({ account }) => account), ...(await authorsOf(read, [...things]))])
}
