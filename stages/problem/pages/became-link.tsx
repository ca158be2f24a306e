import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { problemWords } from '../messages/words.ts'

export type BecameLinkProps = {
  readonly reader: Reader
  /** Of the case it was said in. */
  readonly slug: string
  readonly thing: Thing
}

/** From what somebody gave to what became of it, in one press. */
export function BecameLink({ reader, slug, thing }: BecameLinkProps) {
  return (
    <p class="fm-small">
      <a href={reader.to('thread.fate', { problem: slug, kind: thing.kind, thing: thing.id })}>
        {problemWords.say(reader.lang)('became')}
      </a>
    </p>
  )
}
