import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import type { Read } from '../../platform/db/index.ts'
import { seatBySlug } from './store.ts'

/** Roles this person holds in the arena of one problem: every seat is a member's, politicians stand equal (R16). */
export async function rolesInArena(read: Read, slug: string, actor: Actor): Promise<readonly Role[]> {
  if (actor.account === null) return []
  const seat = await seatBySlug(read, slug, actor.account)
  if (!seat) return []
  const member: Role = { name: 'member', scope: seat.problem }
  return seat.isChair ? [member, { name: 'arena-chair', scope: seat.problem }] : [member]
}
