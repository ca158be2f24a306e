import type { Reader } from '../../../../platform/http/index.ts'
import {
  ButtonLink,
  Button,
  DateField,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  NumberField,
  Radios,
  Row,
  Section,
  Select,
  StateTag,
  Table,
  TextField,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import { spanLine } from '../../pages/lines.ts'
import type { SayEvents } from '../messages/words.ts'
import { channels } from '../rules.ts'
import type { BatchRow, Gathering } from '../store.ts'

export type EventsPageProps = {
  readonly reader: Reader
  readonly say: SayEvents
  readonly now: Temporal.Instant
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly events: readonly Gathering[]
  readonly isTold: boolean
  readonly batches: readonly BatchRow[]
  readonly errors: Errors
  readonly typed: Typed
  readonly mayAnnounce: boolean
  readonly mayEnter: boolean
}

/** What is open to anyone in this case, and what was collected outside the platform. */
export function EventsPage(props: EventsPageProps) {
  const { reader, say, problem, events, batches, errors, isTold, mayAnnounce, mayEnter } = props
  const announce = mayAnnounce ? (
    <ButtonLink href={reader.to('meeting.announcing', { problem: problem.slug })}>{say('announce.open')}</ButtonLink>
  ) : null
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} lead={say('lead')} />
      {events.length === 0 ? (
        <Empty title={isTold ? reader.common('unknown') : say('none')} level={2} action={announce}>
          <p>{say(isTold ? 'unknown' : 'none-next')}</p>
        </Empty>
      ) : (
        <Section id="events" title={say('events')}>
          {announce ? <p>{announce}</p> : null}
          <List
            items={events.map((event) => (
              <OneRow {...props} event={event} />
            ))}
          />
        </Section>
      )}
      {batches.length > 0 ? (
        <Section id="batches" title={say('batch.title')} lead={say('batch.lead')}>
          <Batches {...props} />
        </Section>
      ) : null}
      {mayEnter ? <BatchForm {...props} /> : null}
    </>
  )
}

function OneRow({ reader, say, now, problem, event }: EventsPageProps & { readonly event: Gathering }) {
  const { number, title, place, startsAt, endsAt, cancelledAt, headcount } = event
  const { left } = reader.time
  const isAhead = Temporal.Instant.compare(startsAt, now) > 0
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <a href={reader.to('meeting.event', { problem: problem.slug, number })}>{title}</a>
        {cancelledAt ? (
          <StateTag icon="disagree" color="warning">
            {say('is-off')}
          </StateTag>
        ) : isAhead ? (
          <StateTag icon="clock" color="info">
            {left(startsAt)}
          </StateTag>
        ) : headcount === null ? null : (
          <StateTag icon="people" color="success">
            {say('came', { headcount })}
          </StateTag>
        )}
      </Row>
      <p class="fm-mini">{`${spanLine(reader, { startsAt, endsAt })} · ${place}`}</p>
    </div>
  )
}

function Batches({ reader, say, events, batches }: EventsPageProps) {
  return (
    <Table
      caption={say('batch.title')}
      isCaptionHidden
      columns={[
        { label: say('batch.what') },
        { label: say('batch.by') },
        { label: say('batch.sheets'), isNumber: true },
        { label: say('batch.entered') },
      ]}
      rows={batches.map((batch) => {
        const event = events.find(({ id }) => id === batch.gathering)
        const share = batch.entered / batch.sheets
        return {
          cells: [
            event ? say('batch.from-event', { title: event.title }) : say(`channel.${batch.channel}`),
            say('batch.collected', { name: batch.collectedBy, day: reader.time.day(batch.collectedOn) }),
            String(batch.sheets),
            batch.sample === ''
              ? say('batch.all', { entered: batch.entered })
              : say('batch.some', { entered: batch.entered, share, sample: batch.sample }),
          ],
        }
      })}
    />
  )
}

function BatchForm({ reader, say, problem, events, errors, typed }: EventsPageProps) {
  const kept = { typed, errors }
  return (
    <Details summary={say('batch.new')} isOpen={errors.length > 0}>
      <Form action={reader.to('meeting.enter-batch', { problem: problem.slug })} label={say('batch.new')}>
        <Radios
          name="channel"
          label={say('batch.how')}
          value="paper"
          options={channels.map((value) => ({ value, label: say(`channel.${value}`) }))}
          required
          {...kept}
        />
        <Select
          name="event"
          label={say('batch.which')}
          none={say('batch.no-event')}
          options={events.map(({ number, title }) => ({ value: String(number), label: title }))}
          {...kept}
        />
        <TextField
          name="collectedBy"
          label={say('batch.who')}
          help={say('batch.who-help')}
          maxLength={200}
          required
          {...kept}
        />
        <DateField name="onDay" label={say('batch.when')} required {...kept} />
        <NumberField name="sheets" label={say('batch.how-many')} required {...kept} />
        <NumberField name="entered" label={say('batch.how-many-entered')} required {...kept} />
        <TextField
          name="sample"
          label={say('batch.sample')}
          help={say('batch.sample-help')}
          maxLength={500}
          {...kept}
        />
        <Button>{say('batch.send')}</Button>
      </Form>
    </Details>
  )
}
