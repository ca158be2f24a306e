import {
  Button,
  Checkbox,
  DateField,
  Details,
  Form,
  Select,
  Section,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { sides } from '../rules.ts'
import type { OrderPageProps } from './order-props.ts'

/** Where somebody is named and has not answered yet, naming another one is folded away: it is not what comes next. */
export function NameForm(props: OrderPageProps) {
  const { say, order, errors } = props
  const isAsked = order.answerers.length > order.findings.length
  if (!isAsked) return <Naming {...props} />
  return (
    <Details summary={say('name.other-title')} isOpen={errors.some(({ field }) => fieldsOfForm.includes(field))}>
      <Naming {...props} />
    </Details>
  )
}

const fieldsOfForm = ['who', 'due', 'laterWords', 'name', 'position', 'interest', 'side', 'agreed']

/** Who answers, and by when: an officer, a declared organisation, or somebody outside with her interest and consent. */
function Naming({ reader, say, problem, order, parts, typed, errors }: OrderPageProps) {
  const kept = { typed, errors }
  const isAgain = order.findings.length > 0
  return (
    <Section
      id="name"
      title={say(isAgain ? 'name.again-title' : 'name.title')}
      level={3}
      size="mid"
      lead={say('name.lead')}
    >
      <Form
        action={reader.to('inquiry.name-answerer', { problem: problem.slug, number: order.number })}
        labelledBy="name"
      >
        <Select
          name="who"
          label={say('name.who')}
          none={say('name.choose')}
          options={[
            ...parts.known.map(({ account, name, kind }) => ({
              value: account as string,
              label: say(`name.${kind}`, { name }),
            })),
            { value: 'outside', label: say('name.outside') },
          ]}
          required
          {...kept}
        />
        <DateField name="due" label={say('name.due')} least={parts.today} required {...kept} />
        <TextArea name="laterWords" label={say('name.later')} rows={2} maxLength={1000} {...kept} />
        <fieldset class="ds-fieldset fm-stack">
          <legend class="fm-h-mid">{say('name.outside-title')}</legend>
          <p class="fm-small fm-muted">{say('name.outside-lead')}</p>
          <TextField name="name" label={say('name.name')} maxLength={120} {...kept} />
          <TextField
            name="position"
            label={say('name.position')}
            help={say('name.position-help')}
            maxLength={200}
            {...kept}
          />
          <TextArea
            name="interest"
            label={say('name.interest')}
            help={say('name.interest-help')}
            rows={2}
            maxLength={1000}
            {...kept}
          />
          <Select
            name="side"
            label={say('name.side')}
            none={say('name.choose')}
            options={sides.map((side) => ({ value: side, label: say(`side.${side}`) }))}
            {...kept}
          />
          <Checkbox name="agreed" label={say('name.agreed')} {...kept} />
        </fieldset>
        <Button>{say('name.send')}</Button>
      </Form>
    </Section>
  )
}
