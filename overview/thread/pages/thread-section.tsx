import type { Reader } from '../../../platform/http/index.ts'
import { Empty, Section, Thread, ThreadTable, type ThreadGraph } from '../../../ui/index.ts'
import type { SayThread } from '../messages/words.ts'

export type ThreadPictureProps = {
  readonly reader: Reader
  readonly say: SayThread
  readonly now: Temporal.Instant
  readonly slug: string
  readonly isTold: boolean
  /** With as many boxes as can be looked at. */
  readonly picture: ThreadGraph
}

/** On the journey: the picture, the same as a table, and the way to the page of its own. */
export function ThreadSection(props: ThreadPictureProps) {
  const { reader, say, slug, picture } = props
  if (picture.columns.every((column) => column.nodes.length === 0)) {
    return (
      <Section id="thread-title" title={say('thread')}>
        <Empty title={say('thread-empty')}>{say('thread-empty-text')}</Empty>
      </Section>
    )
  }
  return (
    <Section
      id="thread-title"
      title={say('thread')}
      lead={say('thread-lead')}
      more={{ href: reader.to('thread.page', { problem: slug }), text: say('thread-more') }}
    >
      <ThreadPicture {...props} />
      <SameAsTable {...props} table={picture} />
    </Section>
  )
}

export function ThreadPicture({ reader, say, now, slug, isTold, picture }: ThreadPictureProps) {
  return (
    <Thread
      graph={picture}
      dir={new Intl.Locale(reader.lang).getTextInfo?.().direction === 'rtl' ? 'rtl' : 'ltr'}
      words={{
        title: say('thread-title'),
        description: say('thread-description'),
        done: say('thread-done'),
        promised: say(isTold ? 'thread-promised-told' : 'thread-promised'),
        ended: say('thread-ended'),
      }}
      source={
        <>
          {say('thread-source', { day: reader.time.day(now) })} {isTold ? say('thread-source-told') : ''}{' '}
          <a href={reader.to('thread.data', { problem: slug })}>{say('thread-csv')}</a>
        </>
      }
    />
  )
}

export function SameAsTable({
  reader,
  say,
  isTold,
  table,
}: Pick<ThreadPictureProps, 'reader' | 'say' | 'isTold'> & { readonly table: ThreadGraph }) {
  return (
    <ThreadTable
      graph={table}
      caption={say('thread-table')}
      words={{ none: isTold ? reader.common('unknown') : say('table-none'), rest: say('table-rest') }}
    />
  )
}
