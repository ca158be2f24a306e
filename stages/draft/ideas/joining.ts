import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { follow, unfollow } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { inIdea, stateOfIdea, type AtIdea } from './in-idea.ts'
import { endJoined, hasJoined, putJoined } from './joined-store.ts'
import * as rules from './rules.ts'

type Missing = 'no-such-idea' | 'no-such-problem'

/** Says that an idea says what she means, instead of writing it again. She hears what becomes of it. */
export function joinIdea(
  database: Database,
  actor: Actor,
  at: AtIdea,
): Promise<Result<null, rules.JoinRefusal | Missing>> {
  return inIdea<null, rules.JoinRefusal>(database, actor, at, async (tx, { problem, idea }) => {
    const state = { hasJoined: await hasJoined(tx, idea.id, actor.account) }
    const allowed = rules.join(stateOfIdea(idea), state, actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await putJoined(tx, idea.id, account)
    await follow(tx, { account, about: { kind: 'idea', id: idea.id } })
    await record(tx, {
      kind: 'draft.idea-joined',
      problem: problem.id,
      public: { number: idea.number },
      secret: { account },
      time: 'coarse',
    })
    return accept(null)
  })
}

export function leaveIdea(database: Database, actor: Actor, at: AtIdea): Promise<Result<null, 'not-joined' | Missing>> {
  return inIdea<null, 'not-joined'>(database, actor, at, async (tx, { problem, idea }) => {
    const allowed = rules.leave({ hasJoined: await hasJoined(tx, idea.id, actor.account) }, actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await endJoined(tx, idea.id, account)
    await unfollow(tx, account, idea.id)
    await record(tx, {
      kind: 'draft.idea-left',
      problem: problem.id,
      public: { number: idea.number },
      secret: { account },
      time: 'coarse',
    })
    return accept(null)
  })
}
