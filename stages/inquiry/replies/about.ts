import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { cardsOf } from '../../../platform/thread/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Repliable, ReplyState } from './rules.ts'

/** The thing she replies to, as its card names it: its stage is a later one. */
export type RepliedTo = ReplyState & { readonly title: string; readonly path: string }

export async function repliedTo(
  read: Read,
  about: Thing<Repliable>,
  problem: Pick<Problem, 'id' | 'slug' | 'source'>,
): Promise<RepliedTo> {
  const [cards, hidden] = await Promise.all([cardsOf(read, [about]), hiddenAmong(read, [about.id, problem.id])])
  const card = cards.get(about.id)
  const isHere = card?.path.startsWith(`/problems/${problem.slug}/`) ?? false
  return {
    isTold: problem.source !== null,
    isShown: isHere && card?.visibility === 'public',
    isHidden: hidden.size > 0,
    title: card?.title ?? '',
    path: card?.path ?? '',
  }
}
