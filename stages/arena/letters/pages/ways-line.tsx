import type { PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import { letterWords } from '../messages/words.ts'
import type { Ways } from '../ways.ts'

/** How those who asked for a seat came to it, in numbers only. */
export function WaysLine({ lang, ways }: { readonly lang: string; readonly ways: Ways | null }) {
  if (!ways) return null
  const say = letterWords.say(lang)
  const shown = (count: PublishedCount): string =>
    typeof count === 'number' ? say('ways.count', { count }) : say(`ways.${count}`)
  return <p class="fm-small">{say('ways.line', { letter: shown(ways.letter), call: shown(ways.call) })}</p>
}
