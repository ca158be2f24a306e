import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  Details,
  ErrorSummary,
  Form,
  Head,
  Note,
  NumberField,
  Prose,
  Section,
  StaffNote,
  SummaryList,
  TextArea,
  type Errors,
  type Typed,
  Said,
  Sentence,
  saidHere,
} from '../../../../ui/index.ts'
import { BecameLink } from '../../../problem/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import { spanLine } from '../../pages/lines.ts'
import { ReportThis } from '../../pages/report-this.tsx'
import type { SayEvents } from '../messages/words.ts'
import type { Gathering } from '../store.ts'

export type EventPageProps = {
  readonly reader: Reader
  readonly say: SayEvents
  readonly zone: string
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly event: Gathering
  readonly stone: Tombstone | undefined
  readonly errors: Errors
  readonly typed: Typed
  readonly may: { readonly cancel: boolean; readonly tell: boolean; readonly enter: boolean }
}

/** One open event: what it is, how to get there, and what came of it. */
export function EventPage(props: EventPageProps) {
  const { reader, say, zone, event, stone, problem, may } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={props.errors} />
      <Head
        eyebrow={
          <Sentence text={say('eyebrow', { question: saidHere })}>
            <Said lang={problem.language}>{problem.question}</Said>
          </Sentence>
        }
        title={stone ? say('title') : <Said lang={problem.language}>{event.title}</Said>}
        lead={say('when', { when: spanLine(reader, event), zone })}
      >
        {event.cancelledAt ? (
          <Note icon="info">
            <p>{say('off', { reason: event.cancelReason })}</p>
          </Note>
        ) : null}
      </Head>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <Columns
          main={
            <>
              {event.resultAt ? <Result {...props} /> : null}
              <Section id="about" title={say('about')}>
                <Prose text={event.about} lang={problem.language} />
              </Section>
              {may.tell ? <ResultForm {...props} /> : null}
              {may.cancel ? <CancelForm {...props} /> : null}
              {event.result === '' ? null : (
                <BecameLink reader={reader} slug={problem.slug} thing={{ kind: 'gathering', id: event.id }} />
              )}
              <ReportThis reader={reader} thing={{ kind: 'gathering', id: event.id }} about={event.title} />
            </>
          }
          aside={
            <Section id="facts" title={say('facts')} size="aside">
              <SummaryList
                rows={[
                  { term: say('fact.place'), value: event.place },
                  { term: say('fact.who'), value: say('fact.anyone') },
                  ...(event.access
                    ? [{ term: say('fact.access'), value: <Prose text={event.access} size="small" /> }]
                    : []),
                ]}
              />
            </Section>
          }
        />
      )}
    </>
  )
}

/** What those who ran it wrote down; what people said themselves stands with the ideas. */
function Result({ reader, say, problem, event, may }: EventPageProps) {
  const occasion = say('occasion', { title: event.title, day: reader.time.day(event.startsAt) })
  const ideas = reader.to('draft.ideas', { problem: problem.slug })
  const byStaff = reader.to('draft.idea-by-staff', { problem: problem.slug })
  return (
    <Section id="result" title={say('result')} lead={say('came', { headcount: event.headcount ?? 0 })}>
      {event.resultIsStaff ? (
        <StaffNote label={say('staff-text')}>
          <Prose text={event.result} lang={problem.language} />
        </StaffNote>
      ) : (
        <Prose text={event.result} lang={problem.language} />
      )}
      <p class="fm-small">
        {say('said-stands')} <a href={ideas}>{say('to-ideas')}</a>
      </p>
      {may.enter ? (
        <ButtonLink href={`${byStaff}?occasion=${encodeURIComponent(occasion)}`} variant="secondary">
          {say('write-down')}
        </ButtonLink>
      ) : null}
    </Section>
  )
}

function ResultForm({ reader, say, problem, event, errors, typed }: EventPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <Section id="tell" title={say('tell.title')}>
      <Form
        action={reader.to('meeting.tell-result', { problem: problem.slug, number: event.number })}
        labelledBy="tell"
      >
        <NumberField name="headcount" label={say('tell.headcount')} {...kept} />
        <TextArea
          name="result"
          label={say('tell.result')}
          help={say('tell.result-help')}
          rows={6}
          maxLength={4000}
          {...kept}
        />
        <Button>{say('tell.send')}</Button>
      </Form>
    </Section>
  )
}

function CancelForm({ reader, say, problem, event, errors, typed }: EventPageProps) {
  return (
    <Details summary={say('cancel.title')} isOpen={errors.some(({ field }) => field === 'reason')}>
      <Form
        action={reader.to('meeting.cancel-event', { problem: problem.slug, number: event.number })}
        label={say('cancel.title')}
      >
        <TextArea
          name="reason"
          label={say('cancel.reason')}
          rows={2}
          maxLength={1000}
          required
          typed={typed}
          errors={errors}
        />
        <Button isGrave>{say('cancel.send')}</Button>
      </Form>
    </Details>
  )
}
