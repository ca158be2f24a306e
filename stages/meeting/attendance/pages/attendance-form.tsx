import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Checkbox, Checkboxes, Form, Section, type Errors, type Typed } from '../../../../ui/index.ts'
import type { Meeting } from '../../store.ts'
import { attendanceWords } from '../messages/words.ts'

export type AttendanceFormProps = {
  readonly reader: Reader
  readonly problem: { readonly slug: string }
  readonly meeting: Meeting
  readonly seats: readonly { readonly id: Id<'seat'>; readonly name: string }[]
  readonly present: readonly string[]
  readonly substitutes: readonly { readonly seat: Id<'seat'>; readonly name: string }[]
  readonly standIns: readonly string[]
  readonly errors: Errors
  readonly typed: Typed
}

/** Who is there: a tick a seat, another where a substitute sits on it. */
export function AttendanceForm(props: AttendanceFormProps) {
  const { reader, problem, meeting, seats, present, substitutes, standIns, errors, typed } = props
  const say = attendanceWords.say(reader.lang)
  if (seats.length === 0) return <p class="fm-small fm-muted">{say('no-seats')}</p>
  const kept = errors.some(({ field }) => field === 'seats') ? { typed, errors } : {}
  const nameOf = (seat: Id<'seat'>): string => seats.find(({ id }) => id === seat)?.name ?? ''
  return (
    <Section id="attendance" title={say('form.title')} size="aside">
      <Form
        action={reader.to('meeting.record-attendance', { problem: problem.slug, number: meeting.number })}
        labelledBy="attendance"
      >
        <Checkboxes
          name="seats"
          label={say('form.who')}
          help={say('form.help')}
          values={present}
          options={seats.map(({ id, name }) => ({ value: id, label: name }))}
          required
          {...kept}
        />
        {substitutes.length > 0 ? (
          <Checkboxes
            name="standIns"
            label={say('form.instead')}
            values={standIns}
            options={substitutes.map(({ seat, name }) => ({
              value: seat,
              label: say('form.for', { name, seat: nameOf(seat) }),
            }))}
            typed={kept.typed}
          />
        ) : null}
        <Checkbox name="nobody" label={say('form.nobody')} typed={kept.typed} />
        <Button variant="secondary">{say('form.send')}</Button>
      </Form>
    </Section>
  )
}
