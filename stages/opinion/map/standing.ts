import type { Visit } from '../../../platform/http/index.ts'
import type { Consultation } from '../store.ts'
import type { View } from '../view.ts'
import { mapWords } from './messages/words.ts'
import { ownPlaceOf, votesByNumber } from './own-place.ts'
import { ownWords } from './pages/own-words.ts'
import { axesOf, mapOf, publishedOf } from './store.ts'

/** Where the reader stands by her votes as they are now, in words for her alone; undefined where there is no map. Who may know it is for `rules.showsResults` to say. */
export async function standingOf(
  visit: Pick<Visit, 'read' | 'lang'>,
  { consultation, statements, mine }: Pick<View, 'statements' | 'mine'> & { readonly consultation: Consultation },
): Promise<string | undefined> {
  const kept = await mapOf(visit.read, consultation.id)
  const own = kept && ownPlaceOf(axesOf(kept), votesByNumber({ statements, mine }))
  return own && ownWords(mapWords.say(visit.lang), own, publishedOf(kept))
}
