import { Section } from '../../../../ui/index.ts'
import type { SayAnswers } from '../messages/words.ts'
import type { Odds } from '../odds.ts'

/** What became of what was raised here in the last year: said before anybody writes (F10). */
export function OddsPart({ say, odds }: { readonly say: SayAnswers; readonly odds: Odds }) {
  return (
    <Section id="odds" title={say('odds.title')} size="aside">
      <p class="fm-small">{odds.raised === 0 ? say('odds.none') : say('odds.text', odds)}</p>
    </Section>
  )
}
