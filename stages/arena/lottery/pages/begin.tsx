import { ButtonLink, Empty, Head, Said, Section } from '../../../../ui/index.ts'
import type { DrawPageProps } from './props.ts'

/** Before anything was prepared: what a draw is, and where it begins. */
export function NotBegun({ say, reader, problem, view }: DrawPageProps) {
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('none.title')}
        lead={say('none.lead')}
      />
      <Empty
        title={say('none.empty')}
        level={2}
        action={
          view.mayPrepare ? (
            <ButtonLink href={reader.to('arena.lottery-limits', { problem: problem.slug })}>
              {say('none.begin')}
            </ButtonLink>
          ) : (
            <a class="fm-link" href={reader.to('arena.people', { problem: problem.slug })}>
              {say('none.back')}
            </a>
          )
        }
      >
        <p>{say('none.next')}</p>
      </Empty>
    </>
  )
}

/** What was given up stays to be seen, with its reason. */
export function Earlier({ say, reader, view }: DrawPageProps) {
  if (view.ended.length === 0) return null
  return (
    <Section id="earlier" title={say('earlier.title')} size="mid">
      <ul class="fm-small">
        {view.ended.map(({ endedAt, reason }) => (
          <li>{say('earlier.one', { day: reader.time.day(endedAt), reason })}</li>
        ))}
      </ul>
    </Section>
  )
}
