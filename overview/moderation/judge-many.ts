import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../platform/db/index.ts'
import {
  hide,
  keep,
  moderatorIn,
  openBatch,
  type HideRefusal,
  type HouseRule,
} from '../../platform/moderation/index.ts'

/** A page shows twenty: whoever sends more did not read them. */
const mostAtOnce = 20

export type Many = {
  readonly things: readonly { readonly about: Thing; readonly problem: Id<'problem'> | null }[]
  readonly act: 'hide' | 'keep'
  readonly rule: HouseRule | null
  readonly reason: string
}

type Refusal = HideRefusal | 'none-chosen' | 'already-hidden' | 'not-reported' | 'second-person'

/** All or none, under one rule and for one reason; undone together within the hour. How many they were. */
export function judgeMany(
  database: Database,
  actor: Actor,
  { things, act, rule, reason }: Many,
): Promise<Result<number, Refusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<number, Refusal>> => {
    const moderator = moderatorIn(actor)
    if (!moderator) return refuse('not-a-moderator')
    if (things.length === 0 || things.length > mostAtOnce) return refuse('none-chosen')
    const batch = await openBatch(tx, { act, things: things.length, by: moderator.account })
    for (const one of things) {
      const judged =
        act === 'keep' || rule === null
          ? await keep(tx, actor, { ...one, reason, batch })
          : await hide(tx, actor, { ...one, rule, reason, batch })
      if (!judged.ok) return judged
    }
    return accept(things.length)
  })
}
