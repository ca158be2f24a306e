import { letterOf } from '../letter.ts'
import type { SayMap } from '../messages/words.ts'
import { leastForGroup, type OwnPlace } from '../own-place.ts'
import type { PublishedMap } from '../published.ts'

/** Below it somebody may as well belong to another group. */
const sureFrom = 6

/** Where she stands, said to her. */
export function ownWords(
  say: SayMap,
  { letter, sure, voted }: OwnPlace,
  { groups, statements, isFinal }: Pick<PublishedMap, 'groups' | 'statements' | 'isFinal'>,
): string {
  const final = isFinal ? 'yes' : 'no'
  const least = Math.min(leastForGroup, statements.length)
  if (groups.length === 0) return say('you.crowd')
  if (letter === null)
    return voted < least ? say('you.few', { voted, least, more: least - voted, final }) : say('you.small')
  const group = { letter: letterOf(letter) }
  if (sure === null) return say('you.group-unknown', { ...group, final })
  return say(sure < sureFrom ? 'you.between' : 'you.group', { ...group, sure })
}
