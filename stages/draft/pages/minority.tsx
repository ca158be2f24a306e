import { Note, Prose, Quote } from '../../../ui/index.ts'
import type { SayDraft } from '../messages/words.ts'
import type { Recommendation } from '../recommendations.ts'

/** What those say who do not agree: wherever a recommendation is shown, with it. */
export function Minority({
  say,
  recommendation,
  lang,
}: {
  readonly say: SayDraft
  readonly recommendation: Pick<Recommendation, 'agreement' | 'minorityText' | 'source' | 'number'>
  /** The language of the case. */
  readonly lang: string
}) {
  const { agreement, minorityText, source, number } = recommendation
  const isMissing = source === null && minorityText === '' && agreement !== null && agreement.kind !== 'consensus'
  if (minorityText === '' && !isMissing) return null
  const id = `minority-${number}`
  return (
    <div class="fm-stack fm-stack--2">
      <h3 id={id}>{say('minority.title')}</h3>
      {isMissing ? (
        <Note icon="info">
          <p>{say('minority.none')}</p>
        </Note>
      ) : (
        <Quote>
          <Prose text={minorityText} lang={lang} />
        </Quote>
      )}
    </div>
  )
}
