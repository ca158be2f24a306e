import { Empty, Section, Thread, ThreadTable } from '../../../ui/index.ts'
import type { JourneyPageProps } from './journey-props.ts'

type ThreadSectionProps = Pick<JourneyPageProps, 'reader' | 'say' | 'now' | 'problem' | 'graph'>

/** The picture of the thread, and straight after it the same as a table. */
export function ThreadSection({ reader, say, now, problem, graph }: ThreadSectionProps) {
  const isEmpty = graph.columns.every((column) => column.nodes.length === 0)
  if (isEmpty) {
    return (
      <Section id="thread-title" title={say('thread')}>
        <Empty title={say('thread-empty')}>{say('thread-empty-text')}</Empty>
      </Section>
    )
  }
  return (
    <Section id="thread-title" title={say('thread')} lead={say('thread-lead')}>
      <Thread
        graph={graph}
        dir={new Intl.Locale(reader.lang).getTextInfo?.().direction === 'rtl' ? 'rtl' : 'ltr'}
        words={{
          title: say('thread-title'),
          description: say('thread-description'),
          done: say('thread-done'),
          promised: say(problem.source === null ? 'thread-promised' : 'thread-promised-told'),
          ended: say('thread-ended'),
        }}
        source={
          <>
            {say('thread-source', { day: reader.time.day(now) })}{' '}
            {problem.source === null ? '' : say('thread-source-told')}{' '}
            <a href={reader.to('journey.thread', { problem: problem.slug })}>{say('thread-csv')}</a>
          </>
        }
      />
      <ThreadTable
        graph={graph}
        caption={say('thread-table')}
        words={{
          none: problem.source === null ? say('table-none') : reader.common('unknown'),
          rest: say('table-rest'),
        }}
      />
    </Section>
  )
}
