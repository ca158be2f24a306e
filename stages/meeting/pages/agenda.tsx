import {
  Button,
  Details,
  Empty,
  Form,
  NumberField,
  Prose,
  Row,
  Section,
  StaffNote,
  StateTag,
  TextField,
} from '../../../ui/index.ts'
import type { Item } from '../store.ts'
import { HiddenText } from './hidden-text.tsx'
import type { MeetingPageProps } from './meeting-props.ts'
import { ReportThis } from './report-this.tsx'

/** The items with their times and owners; under each what was said, and what was decided. */
export function Agenda(props: MeetingPageProps) {
  const { say, now, meeting, items, times, may } = props
  const isToCome = meeting.startsAt !== null && Temporal.Instant.compare(meeting.startsAt, now) > 0
  return (
    <Section id="agenda" title={say(isToCome ? 'agenda.title-to-come' : 'agenda.title')}>
      {items.length === 0 ? (
        <Empty title={say(meeting.source === null ? 'agenda.none' : 'agenda.unknown')}>
          <p>{say(meeting.source === null ? 'agenda.none-next' : 'agenda.unknown-next')}</p>
        </Empty>
      ) : (
        <ol class="fm-list">
          {items.map((item, i) => (
            <li id={`item-${item.number}`}>
              <AgendaItem {...props} item={item} begins={times[i] ?? null} />
            </li>
          ))}
        </ol>
      )}
      {may.addItem ? <AddItem {...props} /> : null}
    </Section>
  )
}

type AgendaItemProps = MeetingPageProps & { readonly item: Item; readonly begins: Temporal.Instant | null }

function AgendaItem({ reader, say, hidden, item, begins, authors }: AgendaItemProps) {
  const stone = hidden.get(item.id)
  if (stone) return <HiddenText reader={reader} stone={stone} />
  const line = [
    begins ? reader.time.hour(begins) : '',
    item.plannedMinutes === null ? '' : say('agenda.minutes', { minutes: item.plannedMinutes }),
    item.owner,
  ]
  const writer = item.minutesBy ? (authors.get(item.minutesBy)?.name ?? '') : ''
  const by =
    item.minutesAt && writer ? say('agenda.written-by', { name: writer, day: reader.time.day(item.minutesAt) }) : ''
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <h3>{say('agenda.item', { number: item.number, title: item.title })}</h3>
        {item.decision ? (
          <StateTag icon="agree" color="success">
            {say('agenda.decided')}
          </StateTag>
        ) : null}
      </Row>
      {line.some(Boolean) ? <p class="fm-mini fm-num">{line.filter(Boolean).join(' · ')}</p> : null}
      {item.decision ? (
        <p>
          <strong>{say('agenda.decision')}</strong> {item.decision}
        </p>
      ) : null}
      {item.minutes === '' ? null : item.minutesByStaff ? (
        <StaffNote label={say('agenda.staff-text')} by={by}>
          <Prose text={item.minutes} />
        </StaffNote>
      ) : (
        <>
          <Prose text={item.minutes} />
          {by ? <p class="fm-mini">{by}</p> : null}
        </>
      )}
      <ReportThis reader={reader} thing={{ kind: 'item', id: item.id }} about={item.title} />
    </div>
  )
}

function AddItem({ reader, say, problem, meeting, errors, typed }: MeetingPageProps) {
  const isOurs = errors.some((error) => ['title', 'plannedMinutes', 'owner'].includes(error.field))
  const kept = { typed: isOurs ? typed : {}, errors }
  return (
    <Details summary={say('item.title')} isOpen={isOurs}>
      <Form
        action={reader.to('meeting.add-item', { problem: problem.slug, number: meeting.number })}
        label={say('item.title')}
      >
        <TextField name="title" label={say('item.what')} maxLength={200} required {...kept} />
        <NumberField name="plannedMinutes" label={say('item.length')} unit={say('item.unit')} {...kept} />
        <TextField name="owner" label={say('item.owner')} help={say('item.owner-help')} maxLength={120} {...kept} />
        <Button>{say('item.send')}</Button>
      </Form>
    </Details>
  )
}
