import type { Reader } from '../../../../platform/http/index.ts'
import { Head, TextArea } from '../../../../ui/index.ts'
import type { SayText } from '../messages/words.ts'

export type KeptWordsPageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly slug: string
  readonly why: string
  readonly words: string
}

/** What was typed cannot enter the text any more: it is not thrown away. */
export function KeptWordsPage({ reader, say, slug, why, words }: KeptWordsPageProps) {
  return (
    <div class="fm-stack fm-stack--6">
      <Head title={say('kept.title')} lead={why} />
      {words === '' ? null : (
        <TextArea
          name="kept"
          label={say('kept.words')}
          help={say('kept.help')}
          value={words}
          rows={Math.min(24, Math.max(6, words.split('\n').length + 2))}
          required
        />
      )}
      <p>
        <a href={reader.to('draft.page', { problem: slug })}>{say('kept.next')}</a>
      </p>
    </div>
  )
}
