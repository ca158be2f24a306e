import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Columns,
  diffWords,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Section,
  TextArea,
  WordDiff,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Item } from '../../agenda/store.ts'
import { AttendanceForm, type AttendanceFormProps } from '../../attendance/pages/attendance-form.tsx'
import { whenLine } from '../../pages/lines.ts'
import { TaskForm, type TaskFormProps } from '../../tasks/pages/task-form.tsx'
import type { Meeting } from '../../store.ts'
import { meetingWords } from '../../messages/words.ts'
import { minutesWords } from '../messages/words.ts'

export type MinutesPageProps = Pick<AttendanceFormProps, 'seats' | 'present' | 'substitutes' | 'standIns'> &
  Pick<TaskFormProps, 'doers'> & {
    readonly reader: Reader
    readonly errors: Errors
    readonly typed: Typed
    readonly problem: { readonly slug: string; readonly question: string }
    readonly meeting: Meeting
    readonly items: readonly Item[]
    /** The item one writes now. */
    readonly current: Item | undefined
    /** Its newest wording. */
    readonly version: number
    /** What she typed cannot be put together with what stands now: both are shown. */
    readonly isAsked: boolean
    readonly isApproved: boolean
    readonly isStaff: boolean
    /** Why nothing can be written: it has not begun, or it was called off. */
    readonly closed: string | undefined
  }

/** Written while the meeting runs: one item at a time, who does what, and who came. */
export function MinutesPage(props: MinutesPageProps) {
  const { reader, errors, meeting, closed, current } = props
  const say = minutesWords.say(reader.lang)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={whenLine({ reader, say: meetingWords.say(reader.lang), meeting })}
        title={say('title', { title: meeting.title })}
      />
      {closed ? (
        <>
          <Note icon="info">{closed}</Note>
          <p>
            <a href={reader.to('meeting.page', { problem: props.problem.slug, number: meeting.number })}>
              {say('back')}
            </a>
          </p>
        </>
      ) : (
        <Columns
          main={
            <>
              <ItemForm {...props} />
              {current ? <TaskForm {...props} item={current} /> : null}
            </>
          }
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

function ItemForm(props: MinutesPageProps) {
  const { reader, problem, meeting, current, version, errors, typed, isStaff, isAsked, isApproved } = props
  const say = minutesWords.say(reader.lang)
  if (!current) {
    return (
      <Empty title={say('no-items')} level={2}>
        <p>{say('no-items-next')}</p>
      </Empty>
    )
  }
  const isOurs = 'minutes' in typed
  const kept = isOurs ? { typed, errors } : {}
  return (
    <Section
      id="item"
      title={say('item', { number: props.items.indexOf(current) + 1, title: current.title })}
      lead={isStaff ? say('as-staff') : undefined}
    >
      {isAsked ? <Both {...props} item={current} /> : null}
      {isApproved ? (
        <Note icon="info">
          <p>{say('is-approved')}</p>
        </Note>
      ) : null}
      <Form
        action={reader.to('meeting.write-minutes', { problem: problem.slug, number: meeting.number })}
        labelledBy="item"
      >
        <HiddenField name="item" value={String(current.number)} />
        <HiddenField name="seen" value={String(version)} />
        <TextArea
          name="minutes"
          label={say('text')}
          help={say('text-help')}
          rows={10}
          maxLength={8000}
          value={current.minutes}
          required
          {...kept}
        />
        <TextArea
          name="decision"
          label={say('decision')}
          help={say('decision-help')}
          rows={3}
          maxLength={2000}
          value={current.decision}
          {...kept}
        />
        {isApproved ? (
          <TextArea name="reason" label={say('reason')} rows={2} maxLength={1000} required {...kept} />
        ) : null}
        <Button>{say(isAsked ? 'send-both' : 'send')}</Button>
      </Form>
    </Section>
  )
}

/** Somebody else saved the same lines meanwhile: her words, what differs from them, and the form with one's own. */
function Both({ reader, item, typed }: MinutesPageProps & { readonly item: Item }) {
  const say = minutesWords.say(reader.lang)
  const one = (name: string): string => {
    const value = typed[name]
    return (typeof value === 'string' ? value : value?.[0]) ?? ''
  }
  const theirs = [item.decision, item.minutes].filter(Boolean).join('\n')
  const mine = [one('decision'), one('minutes')].filter(Boolean).join('\n')
  return (
    <Note icon="info">
      <p>
        <strong>{say('asked')}</strong> {say('asked-next')}
      </p>
      <WordDiff parts={diffWords(theirs, mine)} />
    </Note>
  )
}

function Items({ reader, problem, meeting, items, current }: MinutesPageProps) {
  const say = minutesWords.say(reader.lang)
  const at = reader.to('meeting.minutes', { problem: problem.slug, number: meeting.number })
  return (
    <Section id="items" title={say('items')} size="aside">
      <List
        isTight
        items={items.map((item, index) => {
          const text = say('item', { number: index + 1, title: item.title })
          const state = item.minutesAt ? say('written') : say('empty')
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
        <a href={reader.to('meeting.page', { problem: problem.slug, number: meeting.number })}>{say('back')}</a>
      </p>
    </Section>
  )
}
