import { holds, isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Read } from '../../../platform/db/index.ts'
import { actorBySession } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { rolesInArena } from '../../arena/index.ts'
import { write, type WriteRefusal } from '../rules.ts'
import { draftState } from '../state.ts'
import type { LiveWriter } from './live-rules.ts'

/** Whose socket it is, and in which case: nothing of it is believed for longer than one question. */
export type Claim = {
  /** The hash of her session's token. */
  readonly session: Buffer | undefined
  readonly slug: string
  readonly problem: Id<'problem'>
}

export type AskRefusal = WriteRefusal | 'signed-out' | 'consent-first' | 'hidden'

export type Asked = LiveWriter & { readonly account: Id<'account'>; readonly name: string }

/**
 * Whether she may write at this moment. Asked when a page opens, with each update and every few seconds in between: seats and
 * sessions end, and texts are handed over or hidden, while pages stay open.
 */
export async function mayWriteNow(read: Read, { session, slug, problem }: Claim): Promise<Result<Asked, AskRefusal>> {
  const acting = session && (await actorBySession(read, session))
  const actor = acting && acting.actor
  if (!actor || !isSignedIn(actor)) return refuse('signed-out')
  if (!holds(actor, 'resident', 'organisation')) return refuse('consent-first')
  const [roles, state, hidden] = await Promise.all([
    rolesInArena(read, slug, actor),
    draftState(read, problem),
    hiddenAmong(read, [problem]),
  ])
  if (hidden.has(problem)) return refuse('hidden')
  const allowed = write(state, { ...actor, roles: [...actor.roles, ...roles] })
  if (!allowed.ok) return allowed
  return accept({ account: allowed.value.who.account, as: allowed.value.as, name: actor.name })
}
