import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  DateField,
  Form,
  HiddenField,
  Section,
  Select,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Item } from '../../agenda/store.ts'
import type { Meeting } from '../../store.ts'
import type { Doer } from '../doers.ts'
import { tasksWords } from '../messages/words.ts'

export type TaskFormProps = {
  readonly reader: Reader
  readonly problem: { readonly slug: string }
  readonly meeting: Meeting
  readonly item: Item
  readonly doers: readonly Doer[]
  readonly errors: Errors
  readonly typed: Typed
}

/** Who does what by when, while everybody who agreed is in the room. */
export function TaskForm({ reader, problem, meeting, item, doers, errors, typed }: TaskFormProps) {
  const say = tasksWords.say(reader.lang)
  const kept = 'what' in typed ? { typed, errors } : {}
  return (
    <Section id="task" title={say('new')}>
      <Form
        action={reader.to('meeting.agree-on-task', { problem: problem.slug, number: meeting.number })}
        labelledBy="task"
      >
        <HiddenField name="item" value={String(item.number)} />
        <TextField name="what" label={say('what')} maxLength={500} required {...kept} />
        <Select
          name="owner"
          label={say('who')}
          none={say('choose')}
          options={doers.map(({ account, name, isStaff }) => ({
            value: account,
            label: isStaff ? say('staff', { name }) : name,
          }))}
          required
          {...kept}
        />
        <DateField name="dueOn" label={say('due')} required {...kept} />
        <Button variant="secondary">{say('send')}</Button>
      </Form>
    </Section>
  )
}
