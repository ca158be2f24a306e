import type { Reader } from '../../../../platform/http/index.ts'
import { letterWords } from '../messages/words.ts'
import { mayWriteLetters } from '../rules.ts'

/** Where the clerk finds the letters of a case; nobody else is shown the way. */
export function LettersLink({ reader, slug }: { readonly reader: Reader; readonly slug: string }) {
  if (!mayWriteLetters.allows(reader.actor)) return null
  return (
    <p>
      <a class="fm-link" href={reader.to('arena.letters', { problem: slug })}>
        {letterWords.say(reader.lang)('people.link')}
      </a>
    </p>
  )
}
