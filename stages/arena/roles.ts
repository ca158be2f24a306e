import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import type { Read } from '../../platform/db/index.ts'
import { rolesOf } from './rules.ts'
import { seatBySlug } from './store.ts'

/** Roles this person holds in the arena of one problem, now. */
export async function rolesInArena(read: Read, slug: string, actor: Actor): Promise<readonly Role[]> {
  if (actor.account === null) return []
  const seat = await seatBySlug(read, slug, actor.account)
  return seat ? rolesOf(seat, actor) : []
}
