import {
  Actions,
  ButtonLink,
  Columns,
  ErrorSummary,
  Head,
  Note,
  Prose,
  Row,
  Section,
  SummaryList,
  type SummaryRow,
  Said,
  Sentence,
  saidHere,
} from '../../../ui/index.ts'
import { BecameLink } from '../../problem/index.ts'
import { Agenda } from '../agenda/pages/agenda.tsx'
import { ComingLink } from '../attendance/pages/coming-link.tsx'
import { Presence } from '../attendance/pages/presence.tsx'
import { RulesFold } from '../ground-rules/pages/rules-fold.tsx'
import { ClosedStone } from '../closing/pages/closed-stone.tsx'
import { materialsWords } from '../materials/messages/words.ts'
import { ApprovalLine } from '../minutes/pages/approval-line.tsx'
import { AuthorChip } from './author-chip.tsx'
import { CancelForm } from './cancel-form.tsx'
import { HiddenText } from './hidden-text.tsx'
import { headingOf, opennessLine, whenLine } from './lines.ts'
import { MeetingTag } from './rows.tsx'
import type { MeetingPageProps } from './meeting-props.ts'

/** One meeting: when and where, its agenda, who is there, what was said and decided. */
export function MeetingPage(props: MeetingPageProps) {
  const { reader, say, now, zone, errors, problem, meeting, may, isInside } = props
  const isToCome = meeting.state === 'called' && meeting.startsAt && Temporal.Instant.compare(meeting.startsAt, now) > 0
  const isOver = meeting.endsAt !== null && Temporal.Instant.compare(meeting.endsAt, now) <= 0
  const at = { problem: problem.slug, number: meeting.number }
  const stone = props.hidden.get(meeting.id)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={
          <Sentence text={say('page.eyebrow', { ...headingOf(meeting), question: saidHere })}>
            <Said lang={problem.language}>{problem.question}</Said>
          </Sentence>
        }
        title={stone ? say('page.title', headingOf(meeting)) : <Said lang={problem.language}>{meeting.title}</Said>}
        lead={
          meeting.startsAt
            ? say('line.in-zone', { line: whenLine({ reader, say, meeting }), zone })
            : whenLine({ reader, say, meeting })
        }
      >
        <Row>
          <MeetingTag {...{ reader, say, meeting, now }} />
          {isToCome ? (
            <span>{say(props.own ? 'page.called-you' : meeting.isOpen ? 'page.welcome' : 'page.members-only')}</span>
          ) : null}
        </Row>
        <Actions>
          {isToCome && props.own ? <ComingLink reader={reader} own={props.own} /> : null}
          {isToCome ? (
            <ButtonLink
              href={reader.to('meeting.series-calendar', { problem: problem.slug })}
              variant="secondary"
              size="sm"
              icon="calendar"
            >
              {say('page.to-calendar')}
            </ButtonLink>
          ) : null}
          {meeting.source === null && meeting.state === 'called' && !isOver && !stone && isInside ? (
            <ButtonLink href={reader.to('meeting.screen', at)} variant="tertiary" size="sm">
              {say('page.screen')}
            </ButtonLink>
          ) : null}
          {may.change ? (
            <ButtonLink href={reader.to('meeting.changing', at)} variant="secondary" size="sm" icon="edit">
              {say('page.change')}
            </ButtonLink>
          ) : null}
          {may.wish ? (
            <ButtonLink
              href={`${reader.to('meeting.wishes', { problem: problem.slug })}?meeting=${meeting.number}#new`}
              variant="tertiary"
              size="sm"
            >
              {say('page.wish')}
            </ButtonLink>
          ) : null}
          {may.write ? (
            <ButtonLink href={reader.to('meeting.minutes', at)} size="sm" icon="edit">
              {say('page.write')}
            </ButtonLink>
          ) : null}
        </Actions>
      </Head>
      {meeting.state === 'cancelled' ? <Note icon="info">{cancelledLine(props)}</Note> : null}
      {stone ? <HiddenText reader={reader} stone={stone} /> : null}
      <Columns
        main={
          <>
            {stone ? null : isInside ? <Agenda {...props} /> : <ClosedStone {...props} />}
            {stone ? null : <ApprovalLine {...props} />}
            {meeting.source === null ? (
              <RulesFold
                reader={reader}
                problem={problem}
                rules={props.groundRules}
                isHidden={props.groundRules !== undefined && props.hidden.has(props.groundRules.id)}
              />
            ) : null}
          </>
        }
        aside={
          <>
            {stone ? null : <Facts {...props} />}
            <Presence {...props} />
            {stone || isToCome || meeting.state === 'cancelled' ? null : (
              <BecameLink reader={reader} slug={problem.slug} thing={{ kind: 'meeting', id: meeting.id }} />
            )}
            {may.change ? <CancelForm {...props} /> : null}
          </>
        }
      />
    </>
  )
}

function cancelledLine({ say, meeting: { cancelReason } }: MeetingPageProps): string {
  return cancelReason === '' ? say('page.cancelled-why-unknown') : say('page.cancelled', { reason: cancelReason })
}

function Facts({ reader, say, problem, meeting, authors, papers, isInside }: MeetingPageProps) {
  const openness =
    meeting.isOpen === false && meeting.closedGround !== ''
      ? say('page.closed-ground', { ground: meeting.closedGround })
      : opennessLine(say, meeting)
  const rows: SummaryRow[] = [
    { term: say('page.place'), value: meeting.place ?? reader.common('unknown') },
    { term: say('page.openness'), value: openness },
  ]
  if (meeting.access !== '')
    rows.push({ term: say('page.access'), value: <Prose text={meeting.access} size="small" /> })
  if (meeting.source === null && isInside)
    rows.push({
      term: say('page.papers'),
      value: (
        <a href={reader.to('meeting.papers', { problem: problem.slug, number: meeting.number })}>
          {materialsWords.say(reader.lang)('on-meeting', { count: papers })}
        </a>
      ),
    })
  if (meeting.documents !== '')
    rows.push({ term: say('page.documents'), value: <Prose text={meeting.documents} size="small" /> })
  if (meeting.calledBy)
    rows.push({
      term: say('page.called-by'),
      value: <AuthorChip reader={reader} author={authors.get(meeting.calledBy)} />,
    })
  if (meeting.source !== null)
    rows.push({ term: reader.common('source'), value: <Prose text={meeting.source} size="small" /> })
  const isLate =
    meeting.source === null &&
    meeting.startsAt !== null &&
    Temporal.Instant.compare(meeting.calledAt, meeting.startsAt) > 0
  return (
    <Section id="facts" title={say('page.facts')} size="aside">
      <SummaryList rows={rows} />
      {isLate ? <Note icon="info">{say('page.written-after', { day: reader.time.day(meeting.calledAt) })}</Note> : null}
    </Section>
  )
}
