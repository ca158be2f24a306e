import { alikeness, nearlySameFrom } from '../../../platform/near/index.ts'
import type { GivenReply } from './likeness-store.ts'

/** An earlier answer, and how like it this one is. */
export type LikeReply = Pick<GivenReply, 'question' | 'round'> & { readonly share: number }

/** A short answer, such as "Yes, in May", is the same to everybody who asks the same, and says nothing of care. */
export const fewestLetters = 60
const mostShown = 5

/** Earlier answers that are nearly the same as this one, the likest first. O(answers × length). */
export function likesOf(reply: string, earlier: readonly GivenReply[]): readonly LikeReply[] {
  if (reply.length < fewestLetters) return []
  return earlier
    .map(({ question, round, reply: other }) => ({ question, round, share: alikeness(reply, other) }))
    .filter(({ share }) => share >= nearlySameFrom)
    .sort((a, b) => b.share - a.share || (a.question < b.question ? -1 : 1))
    .slice(0, mostShown)
}
