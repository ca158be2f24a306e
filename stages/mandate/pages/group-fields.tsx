import { Checkbox, Checkboxes, Details, NumberField, Section, Select, TextArea, TextField } from '../../../ui/index.ts'
import { chairs, duties, selectionWays, textDeciders } from '../group-rules.ts'
import type { EditPageProps } from './props.ts'

type FieldsProps = Pick<EditPageProps, 'say' | 'typed' | 'errors'>

const ours =
  /^(trigger|selection|selectionWords|minAge|ageRule|chair|others|meetingLength|firstMeeting|voteRule|output|textDeciders|proposerDecides|residentsAmend|duties|answerWords|return)/

/** How the group is called together and works. Folded: nothing here is needed for adoption. */
export function GroupFields(props: FieldsProps) {
  const { say, typed, errors } = props
  const isFilled = Object.entries(typed).some(([name, value]) => ours.test(name) && value.length > 0)
  return (
    <Details summary={say('group.title')} isOpen={isFilled || errors.some(({ field }) => ours.test(field))}>
      <p class="fm-small">{say('group.lead')}</p>
      <Calling {...props} />
      <Working {...props} />
      <Owing {...props} />
    </Details>
  )
}

function Calling({ say, typed, errors }: FieldsProps) {
  const kept = { typed, errors }
  const selections = selectionWays.map((way) => ({ value: way, label: say(`selection.${way}`) }))
  const leaders = chairs.map((chair) => ({ value: chair, label: say(`chair.${chair}`) }))
  return (
    <>
      <TextArea name="trigger" label={say('field.trigger')} rows={2} maxLength={1000} {...kept} />
      <Select
        name="selection"
        label={say('field.selection')}
        none={say('group.no-rule')}
        options={selections}
        {...kept}
      />
      <TextArea name="selectionWords" label={say('field.selectionWords')} rows={2} maxLength={1000} {...kept} />
      <NumberField name="minAge" label={say('field.minAge')} {...kept} />
      <TextField name="ageRule" label={say('field.ageRule')} maxLength={300} {...kept} />
      <Select name="chair" label={say('field.chair')} none={say('group.no-rule')} options={leaders} {...kept} />
      <TextArea name="others" label={say('field.others')} rows={2} maxLength={1000} {...kept} />
    </>
  )
}

function Working(props: FieldsProps) {
  const { say, typed, errors } = props
  const kept = { typed, errors }
  return (
    <>
      <TextField name="meetingLength" label={say('field.meetingLength')} maxLength={300} {...kept} />
      <SpanFields {...props} name="firstMeeting" label={say('group.first-meeting-count')} />
      <TextArea name="voteRule" label={say('field.voteRule')} rows={2} maxLength={1000} {...kept} />
      <TextArea name="output" label={say('field.output')} rows={2} maxLength={1000} {...kept} />
      <Select
        name="textDeciders"
        label={say('field.textDeciders')}
        none={say('text-deciders.none')}
        options={textDeciders.map((who) => ({ value: who, label: say(`text-deciders.${who}`) }))}
        {...kept}
      />
      <Checkbox name="proposerDecides" label={say('field.proposerDecides')} {...kept} />
      <Checkbox name="residentsAmend" label={say('field.residentsAmend')} {...kept} />
    </>
  )
}

function Owing(props: FieldsProps) {
  const { say, typed, errors } = props
  const owed = duties.map((duty) => ({ value: duty, label: say(`duty.${duty}`) }))
  return (
    <>
      <TextArea
        name="answerWords"
        label={say('field.answerWords')}
        rows={2}
        maxLength={1000}
        typed={typed}
        errors={errors}
      />
      <Checkboxes name="duties" label={say('field.duties')} options={owed} typed={typed} errors={errors} />
      <SpanFields {...props} name="return" label={say('group.return-count')} />
    </>
  )
}

/** A number and what it counts. */
export function SpanFields({
  say,
  typed,
  errors,
  name,
  label,
}: FieldsProps & { readonly name: string; readonly label: string }) {
  const kept = { typed, errors }
  const units = (['days', 'working-days', 'months'] as const).map((unit) => ({
    value: unit,
    label: say(`unit.${unit}`),
  }))
  return (
    <Section id={`${name}-span`} title={label} level={3} size="mid">
      <NumberField name={`${name}Count`} label={say('group.count')} {...kept} />
      <Select name={`${name}Unit`} label={say('group.unit')} none={say('group.no-rule')} options={units} {...kept} />
    </Section>
  )
}
