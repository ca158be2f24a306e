import type { Reader } from '../../../platform/http/index.ts'
import type { SayOpinion } from '../messages/words.ts'

/** Where she stands now, for her alone; or how many answers are left until she may see it, or why she stands nowhere yet. */
export type Standing =
  | { readonly kind: 'here' | 'nowhere'; readonly words: string }
  | { readonly kind: 'more'; readonly left: number }

export type StandingLineProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly standing: Standing | undefined
}

/** One line, and the map one press away. */
export function StandingLine({ reader, say, slug, standing }: StandingLineProps) {
  if (!standing) return null
  if (standing.kind === 'more') return <p class="fm-mini">{say('standing.more', { left: standing.left })}</p>
  if (standing.kind === 'nowhere') return <p class="fm-mini">{standing.words}</p>
  return (
    <p class="fm-standing">
      {standing.words} <a href={`${reader.to('opinion.map', { problem: slug })}#you`}>{say('standing.map')}</a>
    </p>
  )
}
