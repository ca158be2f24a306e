import {
  Button,
  Checkbox,
  Form,
  HiddenField,
  NumberField,
  Radios,
  Select,
  TextField,
  typedOne,
} from '../../../../ui/index.ts'
import { rungLines } from '../form.ts'
import { owedThings } from '../rules.ts'
import type { RulePageProps } from './rule-props.ts'

const units = ['days', 'working-days', 'months'] as const

/** All of the rule on one page, in the order in which one thinks of it. */
export function RuleForm(props: RulePageProps) {
  const { reader, say, receivers, typed, errors } = props
  const kept = { typed, errors }
  return (
    <Form action={reader.to('problem.set-rule')} labelledBy="set">
      <HiddenField name="preset" value={typedOne(typed, 'preset', '')} />
      <Select
        name="body"
        label={say('form.body')}
        help={say('form.body-help')}
        options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        required
        {...kept}
      />
      {rungLines.map((line) => (
        <RungFields {...props} line={line} />
      ))}
      <NumberField name="answerCount" label={say('form.answer')} help={say('form.answer-help')} required {...kept} />
      <UnitField {...props} name="answerUnit" isRequired />
      <NumberField name="windowCount" label={say('form.window')} help={say('form.window-help')} {...kept} />
      <UnitField {...props} name="windowUnit" />
      <Radios
        name="openTo"
        label={say('form.open-to')}
        options={(['tied', 'anyone'] as const).map((value) => ({ value, label: say(`open-to.${value}`) }))}
        required
        {...kept}
      />
      <Radios
        name="leastAssurance"
        label={say('form.assurance')}
        help={say('form.assurance-help')}
        options={(['low', 'substantial', 'high'] as const).map((value) => ({
          value,
          label: say(`form.assurance-${value}`),
        }))}
        required
        {...kept}
      />
      <NumberField
        name="againAfterMonths"
        label={say('form.again')}
        help={say('form.again-help')}
        unit={say('form.months')}
        required
        {...kept}
      />
      <Checkbox name="againWithNewFacts" label={say('form.new-facts')} {...kept} />
      <TextField
        name="reference"
        label={say('form.reference')}
        help={say('form.reference-help')}
        maxLength={200}
        required
        {...kept}
      />
      <p class="fm-small fm-muted">{say('form.next')}</p>
      <Button>{say('form.send')}</Button>
    </Form>
  )
}

function RungFields({ say, typed, errors, line }: RulePageProps & { readonly line: (typeof rungLines)[number] }) {
  const isRequired = line === 1
  const kept = { typed, errors, required: isRequired }
  return (
    <>
      <NumberField
        name={`threshold${line}`}
        label={say('form.threshold', { line })}
        help={isRequired ? say('form.threshold-help') : say('form.threshold-more')}
        {...kept}
      />
      <Select
        name={`owes${line}`}
        label={say('form.owes', { line })}
        options={owedThings.map((value) => ({ value, label: say(`owes.${value}`) }))}
        none={say('form.choose')}
        {...kept}
      />
    </>
  )
}

type UnitFieldProps = RulePageProps & { readonly name: 'answerUnit' | 'windowUnit'; readonly isRequired?: true }

function UnitField({ say, typed, errors, name, isRequired }: UnitFieldProps) {
  return (
    <Select
      name={name}
      label={say(`form.${name}`)}
      options={units.map((value) => ({ value, label: say(`unit.${value}`) }))}
      none={say('form.choose')}
      typed={typed}
      errors={errors}
      required={isRequired}
    />
  )
}
