import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { follow, followersOf, tellThese } from '../../../platform/notices/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { record } from '../facts.ts'
import { commentByNumber, putComment } from './comment-store.ts'
import { inIdea, stateOfIdea, type AtIdea } from './in-idea.ts'
import * as rules from './rules.ts'

export type CommentInput = AtIdea & {
  readonly text: string
  readonly language: string
  /** The number of the comment it replies to; null for one of its own. */
  readonly replyTo: number | null
}

export type Said = rules.Head & { readonly id: Id<'comment'> }

/** Says something to an idea. Who wrote it, whose meaning it is, and whom it replies to hear of it. */
export function addComment(
  database: Database,
  actor: Actor,
  { text, language, replyTo, ...at }: CommentInput,
): Promise<Result<Said, rules.CommentRefusal | 'no-such-idea' | 'no-such-problem'>> {
  return inIdea<Said, rules.CommentRefusal>(database, actor, at, async (tx, { problem, idea }) => {
    const replied = replyTo === null ? null : await commentByNumber(tx, idea.id, replyTo)
    const allowed = rules.comment(stateOfIdea(idea), replied === undefined ? 'missing' : replied, actor)
    if (!allowed.ok) return allowed
    const { who, as } = allowed.value
    const words = { text, language, writtenBy: who.account, as, replyTo }
    const { id, number, head } = await putComment(tx, { problem: problem.id, idea: idea.id, ...words })
    await follow(tx, { account: who.account, about: { kind: 'comment', id }, asAuthor: true })
    await record(tx, {
      kind: 'draft.commented',
      problem: problem.id,
      public: { idea: idea.number, number, as },
      secret: { author: who.account, text },
      time: 'coarse',
    })
    const replyingTo = replied ? [replied.writtenBy] : []
    await tellThese(tx, [...(await followersOf(tx, [idea.id])), ...replyingTo], {
      about: { kind: 'comment', id },
      stage: 'draft',
      message: as === 'politician' ? 'told.commented-by-politician' : 'told.commented',
      values: { name: actor.name, title: await unlessHidden(tx, idea.id, idea.title) },
      address: 'draft.idea',
      params: { problem: problem.slug, number: idea.number },
      except: who.account,
    })
    return accept({ id, number, head })
  })
}
