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
  Said,
  Sentence,
  saidHere,
} from '../../../../ui/index.ts'
import { BecameLink } from '../../../problem/index.ts'
import { EarlierWording } from '../../minutes/pages/earlier-wording.tsx'
import { HiddenText } from '../../pages/hidden-text.tsx'
import type { MeetingPageProps } from '../../pages/meeting-props.ts'
import { ReportThis } from '../../pages/report-this.tsx'
import { TaskRows } from '../../tasks/pages/task-rows.tsx'
import { agendaWords } from '../messages/words.ts'
import { agendaSum } from '../rules.ts'
import type { AgendaItemProps } from './agenda-item-props.ts'
import { ChangeItem, MoveItem } from './item-forms.tsx'

/** The items with their times and owners; under each what was said, what was decided, and who does what. */
export function Agenda(props: MeetingPageProps) {
  const { reader, now, meeting, items, times, may } = props
  const say = agendaWords.say(reader.lang)
  const isToCome = meeting.startsAt !== null && Temporal.Instant.compare(meeting.startsAt, now) > 0
  return (
    <Section id="agenda" title={say(isToCome ? 'agenda.title-to-come' : 'agenda.title')}>
      {isToCome && items.length > 0 ? <Sum {...props} /> : null}
      {items.length === 0 ? (
        <Empty title={say(meeting.source === null ? 'agenda.none' : 'agenda.unknown')}>
          <p>{say(meeting.source === null ? 'agenda.none-next' : 'agenda.unknown-next')}</p>
        </Empty>
      ) : (
        <ol class="fm-list">
          {items.map((item, i) => (
            <li id={`item-${item.number}`}>
              <AgendaItem {...props} item={item} order={i + 1} begins={times[i] ?? null} />
            </li>
          ))}
        </ol>
      )}
      {may.addItem ? <AddItem {...props} /> : null}
    </Section>
  )
}

/** Minutes planned against the minutes there are. */
function Sum({ reader, meeting, items }: MeetingPageProps) {
  const say = agendaWords.say(reader.lang)
  const { planned, length, open } = agendaSum(
    meeting,
    items.map(({ plannedMinutes }) => plannedMinutes),
  )
  if (length === null) return null
  const free = length - planned
  const line =
    free < 0
      ? say('sum.over', { over: -free, planned, length })
      : free > 0
        ? say('sum.free', { planned, length, free })
        : say('sum.fits', { planned, length })
  return (
    <p class="fm-small">
      {free < 0 ? <strong>{line}</strong> : line} {open > 0 ? say('sum.open', { open }) : ''}
    </p>
  )
}

function AgendaItem(props: AgendaItemProps) {
  const { reader, hidden, item, order, begins, may } = props
  const say = agendaWords.say(reader.lang)
  const stone = hidden.get(item.id)
  if (stone) return <HiddenText reader={reader} stone={stone} />
  const line = [
    begins ? reader.time.hour(begins) : '',
    item.plannedMinutes === null ? '' : say('agenda.minutes', { minutes: item.plannedMinutes }),
    item.owner,
  ]
  const tasks = props.tasks.filter((task) => task.item === item.id)
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <h3>
          <Sentence text={say('agenda.item', { number: order, title: saidHere })}>
            <Said lang={props.problem.language}>{item.title}</Said>
          </Sentence>
        </h3>
        {item.decision ? (
          <StateTag icon="agree" color="success">
            {say('agenda.decided')}
          </StateTag>
        ) : null}
      </Row>
      {line.some(Boolean) ? <p class="fm-mini fm-num">{line.filter(Boolean).join(' · ')}</p> : null}
      <Minutes {...props} />
      {tasks.length > 0 ? <TaskRows {...props} tasks={tasks} /> : null}
      <EarlierWording {...props} />
      {may.arrange || item.addedBy === reader.actor.account ? <ItemActs {...props} /> : null}
      {item.minutes === '' && item.decision === '' ? null : (
        <BecameLink reader={reader} slug={props.problem.slug} thing={{ kind: 'item', id: item.id }} />
      )}
      <ReportThis reader={reader} thing={{ kind: 'item', id: item.id }} about={item.title} />
    </div>
  )
}

function Minutes({ reader, problem, item, authors }: AgendaItemProps) {
  const say = agendaWords.say(reader.lang)
  const writer = item.minutesBy ? (authors.get(item.minutesBy)?.name ?? '') : ''
  const by =
    item.minutesAt && writer ? say('agenda.written-by', { name: writer, day: reader.time.day(item.minutesAt) }) : ''
  return (
    <>
      {item.decision ? (
        <p>
          <strong>{say('agenda.decision')}</strong> <Said lang={problem.language}>{item.decision}</Said>
        </p>
      ) : null}
      {item.minutes === '' ? null : item.minutesByStaff ? (
        <StaffNote label={say('agenda.staff-text')} by={by}>
          <Prose text={item.minutes} lang={problem.language} />
        </StaffNote>
      ) : (
        <>
          <Prose text={item.minutes} lang={problem.language} />
          {by ? <p class="fm-mini">{by}</p> : null}
        </>
      )}
    </>
  )
}

function ItemActs(props: AgendaItemProps) {
  const { meeting, item, may } = props
  if (!may.isArrangeable || meeting.state === 'cancelled' || item.minutesAt !== null) return null
  return (
    <>
      {may.arrange ? <MoveItem {...props} /> : null}
      <ChangeItem {...props} />
    </>
  )
}

function AddItem({ reader, problem, meeting, errors, typed }: MeetingPageProps) {
  const say = agendaWords.say(reader.lang)
  const isOurs =
    !('item' in typed) && errors.some((error) => ['title', 'plannedMinutes', 'owner'].includes(error.field))
  const kept = isOurs ? { typed, errors } : {}
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
