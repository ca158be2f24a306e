import { Head, List, Section, SummaryList, type ThreadGraph, Said } from '../../../ui/index.ts'
import type { ThreadCounts } from '../counts.ts'
import type { Source } from '../contributions.ts'
import { SameAsTable, ThreadPicture, type ThreadPictureProps } from './thread-section.tsx'

export type ThreadPageProps = ThreadPictureProps & {
  readonly question: string
  /** Of the case. */
  readonly language: string
  /** With every recommendation, answer and commitment by itself. */
  readonly table: ThreadGraph
  readonly counts: ThreadCounts
  /** The text stands still. */
  readonly isOver: boolean
  readonly sourceNames: Readonly<Record<Source, string>>
}

/** The thread on a page of its own: what is in it and what is not, the picture, and every single thing of it. */
export function ThreadPage(props: ThreadPageProps) {
  const { reader, say, slug, question, isTold, isOver, counts, sourceNames } = props
  const to = (group: string): string => reader.to('thread.group', { problem: slug, group })
  const left = counts.all - counts.taken
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={<Said lang={props.language}>{question}</Said>} title={say('thread')} lead={say('thread-lead')} />
      <SummaryList
        rows={[
          {
            term: say('column.1'),
            value: (
              <>
                {say('page.taken', { taken: counts.taken, count: counts.all })}{' '}
                {left === 0 || counts.clauses === 0 ? null : (
                  <a href={to('left')}>
                    {say(isTold ? 'page.left-told' : isOver ? 'page.left-over' : 'page.left', { count: left })}
                  </a>
                )}
              </>
            ),
          },
          {
            term: say('column.2'),
            value:
              counts.clauses === 0 ? (
                say(isTold ? 'page.no-text-told' : 'page.no-text')
              ) : (
                <>
                  <a href={reader.to('draft.page', { problem: slug })}>
                    {say('sub.1-text', { count: counts.clauses })}
                  </a>
                  {'. '}
                  {counts.uncited === 0 ? (
                    say('page.all-cited')
                  ) : (
                    <a href={to('uncited')}>
                      {say(isTold ? 'page.uncited-told' : 'page.uncited', { count: counts.uncited })}
                    </a>
                  )}
                </>
              ),
          },
        ]}
      />
      <Section id="picture" title={say('page.picture')} isTitleHidden>
        <ThreadPicture {...props} />
      </Section>
      <SameAsTable {...props} />
      <Section id="kinds" title={say('page.kinds')} lead={say('page.kinds-lead')}>
        <List
          isTight
          items={counts.sources.map(({ source, all, taken }) => (
            <>
              <a href={to(source)}>{sourceNames[source]}</a>{' '}
              <span class="fm-muted">{say('page.of-kind', { count: all, taken })}</span>
            </>
          ))}
        />
      </Section>
      <p>
        <a href={reader.to('journey', { problem: slug })}>{say('back')}</a>
      </p>
    </div>
  )
}
