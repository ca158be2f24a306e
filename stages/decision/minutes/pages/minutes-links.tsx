import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { SayMinutes } from '../messages/words.ts'
import type { ShownMinutes } from '../store.ts'

export type MinutesLinksProps = {
  readonly reader: Reader
  readonly say: SayMinutes
  readonly slug: string
  readonly vote: Id<'resolution'>
  readonly newest: ShownMinutes | undefined
  readonly mayAdd: boolean
  readonly fileHref: (hash: string) => string
}

/** Under the record of a vote: its minutes as a document and in words; the press to add them for whoever writes the record. */
export function MinutesLinks({ reader, say, slug, vote, newest, mayAdd, fileHref }: MinutesLinksProps) {
  const page = reader.to('decision.minutes', { problem: slug, vote })
  if (!newest)
    return mayAdd ? (
      <p class="fm-small">
        <a href={`${page}#add`}>{say('votes.add')}</a>
      </p>
    ) : null
  const { document } = newest
  if (document && 'stone' in document)
    return (
      <p class="fm-small">
        <a href={page}>{say('votes.hidden')}</a>
      </p>
    )
  return (
    <p class="fm-small">
      <a href={page}>{say('votes.words')}</a>
      {document ? (
        <>
          {' · '}
          <a href={fileHref(document.hash)} rel="noopener">
            {say('votes.document', { kilobytes: Math.ceil(document.bytes / 1024) })}
          </a>
        </>
      ) : null}
    </p>
  )
}
