import {
  DateField,
  HiddenField,
  NumberField,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  typedOne,
} from '../../../ui/index.ts'
import { promiseLevels } from '../rules.ts'
import type { EditPageProps } from './props.ts'

/** The fields of each section of the long form but the questions, which have a file of their own. */

export function TaskFields({ say, typed, errors }: EditPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <>
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
    </>
  )
}

export function PromiseFields({ say, typed, errors }: EditPageProps) {
  const kept = { typed, errors, required: true }
  const levels = promiseLevels.map((level) => ({
    value: level,
    label: say(`level.${level}`),
    help: `${say(`level-text.${level}`)} ${say(`level-council.${level}`)}`,
  }))
  const units = (['days', 'working-days', 'months'] as const).map((unit) => ({
    value: unit,
    label: say(`unit.${unit}`),
  }))
  return (
    <>
      <Radios
        name="promise"
        label={say('promise.how-far')}
        help={say('edit.promise-help')}
        options={levels}
        {...kept}
      />
      <NumberField name="answerCount" label={say('edit.answer-count')} help={say('edit.answer-count-help')} {...kept} />
      <Radios name="answerUnit" label={say('edit.answer-unit')} options={units} isInline {...kept} />
    </>
  )
}

export function DeciderFields({ say, typed, errors, bodies }: EditPageProps) {
  const kept = {
    typed,
    errors,
    required: true,
    none: say('edit.no-body'),
    options: bodies.map(({ id, name }) => ({ value: id, label: name })),
  }
  return (
    <>
      <Select name="parentBody" label={say('field.parentBody')} {...kept} />
      <Select name="recipientBody" label={say('field.recipientBody')} {...kept} />
    </>
  )
}

export function SeatFields(props: EditPageProps) {
  const { say, typed, errors, profileLines } = props
  const kept = { typed, errors }
  return (
    <>
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
    </>
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

export function TimeFields({ say, typed, errors }: EditPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <>
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
    </>
  )
}
