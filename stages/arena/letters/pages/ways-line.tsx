import type { Reader } from '../../../../platform/http/index.ts'
import type { PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import { letterWords } from '../messages/words.ts'
import type { Ways } from '../ways.ts'

type WaysLineProps = { readonly reader: Reader; readonly slug: string; readonly ways: Ways | null }

/** How those who asked for a seat came to it, in numbers only, and what was published of the letters. */
export function WaysLine({ reader, slug, ways }: WaysLineProps) {
  if (!ways) return null
  const say = letterWords.say(reader.lang)
  const shown = (count: PublishedCount): string =>
    typeof count === 'number' ? say('ways.count', { count }) : say(`ways.${count}`)
  return (
    <p class="fm-small">
      {say('ways.line', { letter: shown(ways.letter), call: shown(ways.call) })}{' '}
      <a class="fm-link" href={reader.to('arena.letters-data', { problem: slug })}>
        {say('ways.data')}
      </a>
    </p>
  )
}
