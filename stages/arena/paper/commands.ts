import { holds, isSignedIn, type Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import { keyOf } from './owed.ts'
import { lettersIn } from './owing.ts'
import { putPosted } from './store.ts'

export type PostedRefusal = 'only-staff' | 'none-owed'

/** These are on their way, or were told by telephone: of two who mark at once, the second marks what the first left. */
export function markPosted(
  database: Database,
  actor: Actor,
  { slug, keys }: { readonly slug: string; readonly keys: readonly string[] },
): Promise<Result<{ readonly count: number }, Refusal<PostedRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    if (!isSignedIn(actor) || !holds(actor, 'clerk', 'facilitator')) return refuse('only-staff')
    const owed = await lettersIn(tx, problem.id, { arena, now: await clock(tx) })
    const letters = owed.filter((letter) => keys.includes(keyOf(letter)))
    if (letters.length === 0) return refuse('none-owed')
    await putPosted(tx, problem.id, { by: actor.account, letters })
    return accept({ count: letters.length })
  })
}
