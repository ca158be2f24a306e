import type { Child } from 'hono/jsx'
import { ButtonLink, Columns, Head, Row, Section, Small, WhatNext } from '../../../ui/index.ts'
import type { DeadlineMove } from '../deadline/store.ts'
import { Leading, type LeadingProps } from './leading.tsx'
import { MovedNote } from './moving.tsx'
import { closedFrom, VotePart, type VotePartProps } from './vote-part.tsx'

export type VotePageProps = VotePartProps & {
  readonly question: Child
  readonly leading: LeadingProps | undefined
  /** The last time the deadline was moved, while people vote. */
  readonly moved: DeadlineMove | undefined
}

/** One statement, one press, and what it is for. */
export function VotePage(props: VotePageProps) {
  const { question, leading } = props
  return (
    <Columns
      main={
        <div class="fm-vote">
          <Head title={question} size="s" />
          <MovedNote {...props} />
          <VotePart {...props} />
          {leading ? <Leading {...leading} /> : null}
        </div>
      }
      aside={<Aside {...props} />}
    />
  )
}

function Aside({ reader, say, slug, consultation, isOpen, isInvited, next }: VotePartProps) {
  // Of a told vote there is no more to promise than its sources tell.
  if (!consultation || consultation.source !== null) return null
  const results = (
    <>
      <a href={reader.to('opinion.results', { problem: slug })}>{say('link.results')}</a> ·{' '}
      <a href={reader.to('opinion.map', { problem: slug })}>{say('link.map')}</a>
    </>
  )
  return (
    <Section id="next" title={say('next.title')} size="mid">
      <WhatNext
        steps={[
          { when: say('next.today'), text: <p>{say('next.today-text')}</p> },
          {
            when: say('next.closes', {
              day: reader.time.day(isOpen ? consultation.closesAt : closedFrom(consultation)),
            }),
            text: <p>{say('next.closes-text')}</p>,
          },
          { when: say('next.answer'), text: <p>{say('next.answer-text')}</p> },
        ]}
      />
      {isOpen && isInvited && next ? (
        <Row>
          <ButtonLink href={reader.to('opinion.new', { problem: slug })} variant="secondary" icon="edit">
            {say('link.new')}
          </ButtonLink>
        </Row>
      ) : null}
      <Small>
        {results}
        {isOpen ? null : (
          <>
            {' '}
            · <a href={reader.to('draft.page', { problem: slug })}>{say('link.draft')}</a>
          </>
        )}
        {isInvited ? (
          <>
            {' '}
            · <a href={reader.to('opinion.mine', { problem: slug })}>{say('link.mine')}</a>
          </>
        ) : null}
      </Small>
    </Section>
  )
}
