import type { Reader } from '../../../../platform/http/index.ts'
import { nearlySameFrom } from '../../../../platform/near/index.ts'
import type { SayQuestion } from '../messages/words.ts'
import type { LikeLine } from './question-props.ts'

type LikeWordsProps = { readonly say: SayQuestion; readonly reader: Reader; readonly like: LikeLine }

/** How like it is, what it is like, and from when on we say so. */
export function LikeWords({ say, like: { share, title, href } }: LikeWordsProps) {
  return (
    <>
      {say('like.words', { share })} <a href={href}>{title}</a>{' '}
      <span class="fm-mini">{say('like.rule', { from: nearlySameFrom })}</span>
    </>
  )
}
