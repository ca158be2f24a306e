import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { upstream } from '../../../platform/thread/index.ts'
import { groupIdsOf } from './member-store.ts'
import { groupsById, groupsOf, type WorkingGroup } from './store.ts'

/** What later stages use of working groups: in whose name somebody may write, and in whose name something was written. */

export type GroupName = Pick<WorkingGroup, 'id' | 'number' | 'question' | 'language'>

/** The groups of this case in whose name this person may write: she is in them, and they are not closed. */
export async function groupsToWriteIn(
  read: Read,
  problem: Id<'problem'>,
  account: Id<'account'> | null,
): Promise<readonly GroupName[]> {
  if (account === null) return []
  const [groups, mine] = await Promise.all([groupsOf(read, problem), groupIdsOf(read, account)])
  return withoutHidden(
    read,
    groups.filter(({ id, closedAt }) => closedAt === null && mine.includes(id)),
  )
}

export type GroupLink = { readonly text: string; readonly language: string; readonly href: string }

/** In whose name something was written: the working group it is part of, with its page. */
export async function groupBehind(visit: Visit, thing: Thing): Promise<GroupLink | undefined> {
  const strands = await upstream(visit.read, thing)
  const ids = strands.flatMap(({ to, relation, depth }) =>
    to.kind === 'working-group' && relation === 'part-of' && depth === 1 ? [to.id] : [],
  )
  const [group] = await groupsById(visit.read, ids)
  if (!group) return undefined
  const { problem } = visit.params as Readonly<Record<string, string | undefined>> // a page of the case it is in
  const [named] = await withoutHidden(visit.read, [group])
  return {
    text: named?.question ?? hiddenWords,
    language: group.language,
    href: visit.to('arena.group', { problem: problem ?? '', number: group.number }),
  }
}

async function withoutHidden<One extends { readonly id: Id }>(
  read: Read,
  groups: readonly One[],
): Promise<readonly One[]> {
  const hidden = await hiddenAmong(
    read,
    groups.map(({ id }) => id),
  )
  return groups.filter(({ id }) => !hidden.has(id))
}
