import { Actions, Button, Form, HiddenField, List, Section, Select, TextField } from '../../../ui/index.ts'
import type { SettingsPageProps } from './settings-props.ts'

/** Who of the elected has an account, and whose address it is to be. */
export function LinkSection(props: SettingsPageProps) {
  const { say, unlinked, linked, typed, errors, to } = props
  const field = { typed, errors }
  return (
    <Section id="link" title={say('link')} lead={say('link-lead')}>
      {unlinked.length === 0 ? (
        <p>{say('link-none')}</p>
      ) : (
        <Form action={to.link} labelledBy="link">
          <Select
            name="person"
            label={say('link-person')}
            none=""
            required
            options={unlinked.map((one) => ({
              value: one.id,
              label: [one.name, one.role, one.party].filter(Boolean).join(' · '),
            }))}
            {...field}
          />
          <TextField name="linkEmail" type="email" room={40} label={say('link-email')} required {...field} />
          <Actions>
            <Button variant="secondary">{say('link-send')}</Button>
          </Actions>
        </Form>
      )}
      {linked.length === 0 ? null : <Linked {...props} />}
    </Section>
  )
}

function Linked({ say, linked, to }: SettingsPageProps) {
  return (
    <>
      <h3 id="linked">{say('link-have')}</h3>
      <p class="fm-small">{say('link-end-text')}</p>
      <List
        isTight
        items={linked.map((one) => (
          <Form action={to.link} shape="inline">
            <span>{[one.name, one.role, one.party].filter(Boolean).join(' · ')}</span>
            <HiddenField name="person" value={one.id} />
            <HiddenField name="end" value="yes" />
            <button type="submit" class="fm-plainbutton">
              {say('link-end', { name: one.name })}
            </button>
          </Form>
        ))}
      />
    </>
  )
}
