import type { Reader } from '../../../../platform/http/index.ts'
import { Section } from '../../../../ui/index.ts'
import { lotteryWords } from '../messages/words.ts'
import type { DrawView, Mine } from '../view.ts'
import { Why } from './chance.tsx'

export type OwnDrawProps = {
  readonly reader: Reader
  readonly mine: Mine
  readonly view: DrawView
  readonly placeLang: string
  /** The page of that draw. */
  readonly href: string
}

/** Beside her application: why her chance is what it is, and where the draw can be followed and checked. */
export function OwnDrawPart({ reader, mine, view, placeLang, href }: OwnDrawProps) {
  const say = lotteryWords.say(reader.lang)
  return (
    <Section id="draw" title={say(mine.chance ? 'own.why' : 'title')} size="mid">
      {mine.chance ? (
        <>
          <Why {...{ say, mine, view, placeLang }} />
          <p class="fm-small">{say('chance.nothing-else')}</p>
        </>
      ) : null}
      <p>
        <a class="fm-link" href={href}>
          {say('own.see')}
        </a>
      </p>
    </Section>
  )
}
