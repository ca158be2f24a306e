import { Actions, Button, Form, List, Section, Select, TextField } from '../../../ui/index.ts'
import type { SettingsPageProps } from './settings-props.ts'

const kinds = ['council', 'committee', 'executive', 'parliament', 'office', 'other'] as const

export function BodiesSection({ say, slug, bodies, typed, errors, to }: SettingsPageProps) {
  const field = { typed, errors }
  return (
    <Section id="bodies" title={say('bodies')}>
      {bodies.length === 0 ? (
        <p>{say('bodies-none')}</p>
      ) : (
        <List
          items={bodies.map((body) => (
            <span>
              {body.name} <span class="fm-muted">{body.kind === 'party' ? '' : say(`kind.${body.kind}`)}</span>
            </span>
          ))}
        />
      )}
      <p class="fm-small">
        {say('bodies-import')} <code>npx folkmoot import popolo council.json --place {slug}</code>
      </p>
      <Form action={to.body} labelledBy="bodies">
        <TextField name="bodyName" room={40} label={say('body-name')} required {...field} />
        <Select
          name="kind"
          label={say('body-kind')}
          required
          options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
          {...field}
        />
        <Select
          name="parent"
          label={say('body-parent')}
          none={say('body-parent-none')}
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          {...field}
        />
        <Actions>
          <Button variant="secondary">{say('body-add')}</Button>
        </Actions>
      </Form>
      <p class="fm-small">
        <a href={to.mandateRules}>{say('majority-link')}</a>
      </p>
      <p class="fm-small">
        <a href={to.closingGrounds}>{say('grounds-link')}</a>
      </p>
    </Section>
  )
}
