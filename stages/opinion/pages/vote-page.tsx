import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import {
  Beads,
  ButtonLink,
  Columns,
  Empty,
  Head,
  List,
  Row,
  Section,
  Small,
  Undo,
  WhatNext,
} from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Consultation, Statement } from '../store.ts'
import { AnswerForm } from './answer-form.tsx'
import { Leading, type LeadingProps } from './leading.tsx'

export type VotePageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: string
  readonly consultation: Consultation | undefined
  readonly isOpen: boolean
  readonly isInvited: boolean
  /** All that can be voted on. */
  readonly statements: readonly Statement[]
  readonly next: Statement | undefined
  readonly answered: number
  readonly last: { readonly statement: Statement; readonly choice: Choice } | undefined
  readonly leading: LeadingProps | undefined
}

/** One statement, one press, and what it is for. */
export function VotePage(props: VotePageProps) {
  const { say, question, leading } = props
  return (
    <Columns
      main={
        <div class="fm-vote">
          <Head title={question} lead={props.isOpen ? say('vote.lead') : undefined} size="s" />
          <Middle {...props} />
          <LastAnswer {...props} />
          {leading ? <Leading {...leading} /> : null}
          {props.next === undefined ? <AllStatements {...props} /> : null}
        </div>
      }
      aside={<Aside {...props} />}
    />
  )
}

function Middle(props: VotePageProps) {
  const { reader, say, consultation, isOpen, isInvited, statements, next, slug } = props
  if (!consultation)
    return (
      <Empty
        level={2}
        title={say('vote.not-open')}
        action={
          <>
            <ButtonLink href={reader.to('draft.ideas', { problem: slug })}>{say('vote.not-open-write')}</ButtonLink>
            <ButtonLink href={reader.to('journey', { problem: slug })} variant="secondary">
              {say('vote.not-open-follow')}
            </ButtonLink>
          </>
        }
      >
        {say('vote.not-open-next')}
      </Empty>
    )
  const closed = { deadline: reader.time.deadline(closedFrom(consultation)) }
  if (!isOpen) {
    return (
      <Empty
        level={2}
        title={say('vote.closed')}
        action={<ButtonLink href={reader.to('opinion.results', { problem: slug })}>{say('link.results')}</ButtonLink>}
      >
        {say('vote.closed-next', closed)}
      </Empty>
    )
  }
  if (!isInvited) return <Uninvited {...props} />
  if (statements.length === 0) return <Done {...props} title={say('vote.none')} text={say('vote.none-next')} />
  if (!next) return <Done {...props} title={say('vote.all-done')} text={say('vote.all-done-next')} />
  return (
    <div class="fm-stack fm-stack--6">
      <Progress {...props} consultation={consultation} />
      <AnswerForm
        reader={reader}
        say={say}
        slug={slug}
        statement={next}
        by={say('vote.by-hidden', { day: reader.time.day(next.writtenAt) })}
      />
    </div>
  )
}

/** From when no vote counted any more: its day, or the earlier instant at which the group closed it. */
export function closedFrom({ closedAt, closesAt }: Pick<Consultation, 'closedAt' | 'closesAt'>): Temporal.Instant {
  return closedAt && Temporal.Instant.compare(closedAt, closesAt) < 0 ? closedAt : closesAt
}

// Twenty statements take about five minutes.
const statementsPerMinute = 4
const mostBeads = 40

function Progress({
  reader,
  say,
  consultation,
  statements,
  answered,
}: VotePageProps & { readonly consultation: Consultation }) {
  const of = statements.length
  const minutes = Math.max(1, Math.ceil((of - answered) / statementsPerMinute))
  return (
    <div class="fm-stack fm-stack--2">
      <p class="fm-row fm-row--between fm-mini">
        <span>
          <strong class="fm-ink">{say('vote.where', { number: answered + 1, of })}</strong>,{' '}
          {say('vote.left', { minutes })}
        </span>
        <span>
          {say('vote.until', {
            left: reader.time.left(consultation.closesAt),
            deadline: reader.time.deadline(consultation.closesAt),
          })}
        </span>
      </p>
      {of <= mostBeads ? <Beads label={say('vote.done-of', { done: answered, of })} done={answered} of={of} /> : null}
    </div>
  )
}

function Uninvited({ reader, say }: VotePageProps) {
  const isHere = reader.actor.account !== null
  return (
    <Empty
      level={2}
      title={say(isHere ? 'vote.not-invited' : 'vote.sign-in')}
      action={isHere ? undefined : <ButtonLink href={reader.to('sign-in')}>{say('vote.sign-in')}</ButtonLink>}
    >
      {say(isHere ? 'vote.not-invited-next' : 'vote.sign-in-next')}
    </Empty>
  )
}

function Done({ reader, say, slug, title, text }: VotePageProps & { readonly title: string; readonly text: string }) {
  return (
    <Empty
      level={2}
      title={title}
      action={<ButtonLink href={reader.to('opinion.new', { problem: slug })}>{say('link.new')}</ButtonLink>}
    >
      {text}
    </Empty>
  )
}

function LastAnswer({ reader, say, slug, last }: VotePageProps) {
  if (!last) return null
  const words = say('vote.last', { choice: last.choice, text: last.statement.text })
  const href = reader.to('opinion.statement', { problem: slug, number: last.statement.number })
  return (
    <Undo
      words={words}
      undo={
        <ButtonLink href={href} variant="tertiary" size="sm" icon="undo">
          {say('vote.undo')}
        </ButtonLink>
      }
    />
  )
}

function AllStatements({ reader, say, slug, statements }: VotePageProps) {
  if (statements.length === 0) return null
  const items: readonly Child[] = statements.map(({ number, text, language }) => (
    <a
      href={reader.to('opinion.statement', { problem: slug, number })}
      lang={language === 'und' ? undefined : language}
    >
      {text}
    </a>
  ))
  return (
    <Section id="all" title={say('vote.all-statements')}>
      <List items={items} isTight />
    </Section>
  )
}

function Aside({ reader, say, slug, consultation, isOpen, isInvited, next }: VotePageProps) {
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
