import type { Reader } from '../../../platform/http/index.ts'
import {
  Button,
  Checkboxes,
  Columns,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { SayMeeting } from '../messages/words.ts'
import type { Item, Meeting } from '../store.ts'
import { whenLine } from './lines.ts'

export type MinutesPageProps = {
  readonly reader: Reader
  readonly say: SayMeeting
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string }
  readonly meeting: Meeting
  readonly items: readonly Item[]
  /** The item one writes now. */
  readonly current: Item | undefined
  readonly seats: readonly { readonly id: string; readonly name: string }[]
  readonly present: readonly string[]
  readonly isStaff: boolean
  /** Why nothing can be written: it has not begun, or it was called off. */
  readonly closed: string | undefined
}

/** Written while the meeting runs: one item at a time, and who came. */
export function MinutesPage(props: MinutesPageProps) {
  const { reader, say, errors, meeting, closed } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={whenLine({ reader, say, meeting })} title={say('minutes.title', { title: meeting.title })} />
      {closed ? (
        <Note icon="info">{closed}</Note>
      ) : (
        <Columns
          main={<ItemForm {...props} />}
          aside={
            <>
              <Items {...props} />
              <AttendanceForm {...props} />
            </>
          }
        />
      )}
    </>
  )
}

function ItemForm({ reader, say, problem, meeting, current, errors, typed, isStaff }: MinutesPageProps) {
  if (!current) {
    return (
      <Empty title={say('minutes.no-items')} level={2}>
        <p>{say('minutes.no-items-next')}</p>
      </Empty>
    )
  }
  const kept = { typed, errors }
  return (
    <Section
      id="item"
      title={say('agenda.item', { number: current.number, title: current.title })}
      lead={isStaff ? say('minutes.as-staff') : undefined}
    >
      <Form
        action={reader.to('meeting.write-minutes', { problem: problem.slug, number: meeting.number })}
        labelledBy="item"
      >
        <HiddenField name="item" value={String(current.number)} />
        <TextArea
          name="minutes"
          label={say('minutes.text')}
          help={say('minutes.text-help')}
          rows={10}
          maxLength={8000}
          value={current.minutes}
          required
          {...kept}
        />
        <TextArea
          name="decision"
          label={say('minutes.decision')}
          help={say('minutes.decision-help')}
          rows={3}
          maxLength={2000}
          value={current.decision}
          {...kept}
        />
        <Button>{say('minutes.send')}</Button>
      </Form>
    </Section>
  )
}

function Items({ reader, say, problem, meeting, items, current }: MinutesPageProps) {
  const at = reader.to('meeting.minutes', { problem: problem.slug, number: meeting.number })
  return (
    <Section id="items" title={say('minutes.items')} size="aside">
      <List
        isTight
        items={items.map((item) => {
          const text = say('agenda.item', { number: item.number, title: item.title })
          const state = item.minutesAt ? say('minutes.written') : say('minutes.empty')
          return (
            <>
              {item === current ? (
                <strong aria-current="true">{text}</strong>
              ) : (
                <a href={`${at}?item=${item.number}`}>{text}</a>
              )}
              <span class="fm-mini"> {state}</span>
            </>
          )
        })}
      />
      <p>
        <a href={reader.to('meeting.page', { problem: problem.slug, number: meeting.number })}>{say('minutes.back')}</a>
      </p>
    </Section>
  )
}

function AttendanceForm({ reader, say, problem, meeting, seats, present }: MinutesPageProps) {
  if (seats.length === 0) return <p class="fm-small fm-muted">{say('attendance.no-seats')}</p>
  return (
    <Section id="attendance" title={say('attendance.title')} size="aside">
      <Form
        action={reader.to('meeting.record-attendance', { problem: problem.slug, number: meeting.number })}
        labelledBy="attendance"
      >
        <Checkboxes
          name="seats"
          label={say('attendance.who')}
          help={say('attendance.help')}
          values={present}
          options={seats.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <Button variant="secondary">{say('attendance.send')}</Button>
      </Form>
    </Section>
  )
}
