import type { View } from '../view.ts'
import { mapWords } from './messages/words.ts'
import { leastForGroup, ownPlaceOf, votesByNumber } from './own-place.ts'
import { ownWords } from './pages/own-words.ts'
import type { ReadMap } from './last-map.ts'

/** Where the reader stands by her votes as they are now, in words for her alone. Who may know it is for `rules.showsResults` to say. */
export function standingOn(
  { published, axes }: ReadMap,
  { statements, mine }: Pick<View, 'statements' | 'mine'>,
  lang: string,
): string | undefined {
  const own = ownPlaceOf(axes, votesByNumber({ statements, mine }))
  return own && ownWords(mapWords.say(lang), own, published)
}

/** Why she is not on it though she may see it: there is none yet, or she has voted on newer statements only. */
export function whyNowhere(map: Pick<ReadMap, 'published'> | undefined, lang: string): string | undefined {
  const say = mapWords.say(lang)
  if (!map) return say('none.open')
  const { groups, statements } = map.published
  const least = Math.min(leastForGroup, statements.length)
  return groups.length === 0 ? undefined : say('you.few', { voted: 0, final: 'no', least, more: least })
}
