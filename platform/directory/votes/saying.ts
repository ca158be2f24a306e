import { voteWords } from './messages/words.ts'
import type { Resolution } from './resolution.ts'

type Counted = Pick<Resolution, 'votesFor' | 'votesAgainst' | 'abstentions' | 'isCarried'>

/** The counts of a vote in words, and as numbers where they are known. Told cases often tell only some of it. */
export function countsOf(
  lang: string,
  { votesFor, votesAgainst, abstentions, isCarried }: Counted,
): { readonly words: string; readonly counts: { readonly for: number; readonly against: number } | null } {
  const say = voteWords.say(lang)
  if (isCarried === null) return { words: say('no-vote-known'), counts: null }
  if (votesFor === null || votesAgainst === null) return { words: say('counts-unknown'), counts: null }
  const counts = { for: votesFor, against: votesAgainst }
  // Who abstained is often not told: then nobody is counted as having done so.
  return {
    words: abstentions === null ? say('counts-of-two', counts) : say('counts', { ...counts, abstentions }),
    counts,
  }
}

/** What those against put on record. */
export function dissentOf(lang: string, { dissent }: Pick<Resolution, 'dissent'>): string {
  return dissent === '' ? '' : voteWords.say(lang)('dissent', { words: dissent })
}

/** The result in words; '' where no vote is known. */
export function resultOf(lang: string, { isCarried }: Pick<Resolution, 'isCarried'>): string {
  return isCarried === null ? '' : voteWords.say(lang)(isCarried ? 'carried' : 'not-carried')
}
