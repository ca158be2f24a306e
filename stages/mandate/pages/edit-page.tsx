import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  NumberField,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  typedOne,
} from '../../../ui/index.ts'
import { promiseLevels } from '../rules.ts'
import { GroupFields } from './group-fields.tsx'
import { PresetForm } from './preset-form.tsx'
import type { EditPageProps } from './props.ts'

/** All fields of the mandate on one page, in the order in which one thinks of them. */
export function EditPage(props: EditPageProps) {
  const { reader, say, errors, typed, problem, title, lead, hasPending } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={title} lead={lead} />
      {hasPending ? (
        <Note icon="info">
          <p>{say('edit.pending')}</p>
        </Note>
      ) : null}
      <Form action={reader.to('mandate.save', { problem: problem.slug })} label={title}>
        <EnterSaves say={say} />
        <PresetForm {...props} />
        <HiddenField name="seen" value={typedOne(typed, 'seen', '0')} />
        <Task {...props} />
        <Promised {...props} />
        <Deciders {...props} />
        <Group {...props} />
        <TimeAndMoney {...props} />
        <GroupFields {...props} />
        <div class="fm-stack fm-stack--2">
          <p class="fm-small fm-muted">{say('edit.next')}</p>
          <p>
            <Button>{say('edit.send')}</Button>
          </p>
        </div>
      </Form>
    </>
  )
}

/** Enter in a field presses the first button of a form: this one, not the model's. */
function EnterSaves({ say }: Pick<EditPageProps, 'say'>) {
  return (
    <button type="submit" hidden>
      {say('edit.send')}
    </button>
  )
}

function Task({ say, typed, errors }: EditPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <Section id="task" title={say('edit.task')}>
      <TextArea
        name="question"
        label={say('field.question')}
        help={say('edit.task-question-help')}
        rows={2}
        maxLength={300}
        {...kept}
      />
      <TextArea name="background" label={say('field.background')} rows={6} maxLength={8000} {...kept} />
      <TextArea
        name="tasks"
        label={say('field.tasks')}
        help={say('edit.task-tasks-help')}
        rows={5}
        maxLength={8000}
        {...kept}
      />
      <TextArea
        name="outOfScope"
        label={say('field.outOfScope')}
        help={say('edit.task-out-help')}
        rows={3}
        maxLength={4000}
        {...kept}
      />
    </Section>
  )
}

function Promised({ say, typed, errors }: EditPageProps) {
  const kept = { typed, errors, required: true }
  const levels = promiseLevels.map((level) => ({
    value: level,
    label: say(`level.${level}`),
    help: say(`level-text.${level}`),
  }))
  const units = (['days', 'working-days', 'months'] as const).map((unit) => ({
    value: unit,
    label: say(`unit.${unit}`),
  }))
  return (
    <Section id="promised" title={say('edit.promise')}>
      <Radios
        name="promise"
        label={say('promise.how-far')}
        help={say('edit.promise-help')}
        options={levels}
        {...kept}
      />
      <TextArea
        name="canChange"
        label={say('field.canChange')}
        help={say('edit.can-help')}
        rows={3}
        maxLength={4000}
        {...kept}
      />
      <TextArea
        name="cannotChange"
        label={say('field.cannotChange')}
        help={say('edit.cannot-help')}
        rows={3}
        maxLength={4000}
        {...kept}
      />
      <NumberField name="answerCount" label={say('edit.answer-count')} help={say('edit.answer-count-help')} {...kept} />
      <Radios name="answerUnit" label={say('edit.answer-unit')} options={units} isInline {...kept} />
    </Section>
  )
}

function Deciders({ say, typed, errors, bodies }: EditPageProps) {
  const kept = {
    typed,
    errors,
    required: true,
    none: say('edit.no-body'),
    options: bodies.map(({ id, name }) => ({ value: id, label: name })),
  }
  return (
    <Section id="deciders" title={say('edit.who-decides')}>
      <Select name="parentBody" label={say('field.parentBody')} {...kept} />
      <Select name="recipientBody" label={say('field.recipientBody')} {...kept} />
    </Section>
  )
}

function Group(props: EditPageProps) {
  const { say, typed, errors, profileLines } = props
  const kept = { typed, errors }
  return (
    <Section id="group" title={say('edit.group')}>
      <NumberField name="politicians" label={say('field.politicians')} required {...kept} />
      <NumberField name="citizens" label={say('field.citizens')} required {...kept} />
      <NumberField
        name="minGenderShare"
        label={say('field.minGenderShare')}
        help={say('edit.share-help')}
        unit={say('edit.percent')}
        {...kept}
      />
      <Section id="profiles" title={say('edit.profiles')} level={3} size="mid">
        <p class="fm-small">{say('edit.profiles-lead')}</p>
        {Array.from({ length: profileLines }, (_, at) => (
          <ProfileLine {...props} number={at + 1} />
        ))}
      </Section>
    </Section>
  )
}

function ProfileLine({ say, typed, errors, number }: EditPageProps & { readonly number: number }) {
  const kept = { typed, errors }
  return (
    <fieldset class="fm-stack">
      <legend class="ds-label">{say('edit.profile', { number })}</legend>
      <HiddenField name={`profile-${number}`} value={typedOne(typed, `profile-${number}`)} />
      <TextField name={`name-${number}`} label={say('edit.profile-name', { number })} maxLength={120} {...kept} />
      <NumberField name={`wanted-${number}`} label={say('edit.profile-wanted', { number })} {...kept} />
      <TextField
        name={`description-${number}`}
        label={say('edit.profile-description', { number })}
        maxLength={1000}
        {...kept}
      />
    </fieldset>
  )
}

function TimeAndMoney({ say, typed, errors }: EditPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <Section id="time" title={say('edit.time')}>
      <DateField name="startsOn" label={say('field.startsOn')} {...kept} />
      <DateField name="endsOn" label={say('field.endsOn')} {...kept} />
      <NumberField name="meetings" label={say('field.meetings')} {...kept} />
      <TextArea
        name="economicFrame"
        label={say('field.economicFrame')}
        help={say('edit.economic-help')}
        rows={3}
        maxLength={2000}
        {...kept}
      />
    </Section>
  )
}
