import { Actions, Button, Form, HiddenField, Section, Select, Table, TextField } from '../../../ui/index.ts'
import type { SettingsPageProps } from './settings-props.ts'

const roles = ['clerk', 'facilitator', 'officer', 'administrator'] as const

export function StaffSection(props: SettingsPageProps) {
  const { say, common, staff, typed, errors, to } = props
  const field = { typed, errors }
  return (
    <Section id="staff" title={say('staff')} lead={say('staff-lead')}>
      {staff.length === 0 ? <p>{say('staff-none')}</p> : <Workers {...props} />}
      <h3 id="invite">{say('invite')}</h3>
      <Form action={to.invite} labelledBy="invite">
        <TextField name="inviteEmail" type="email" room={40} label={say('invite-email')} required {...field} />
        <Select
          name="role"
          label={say('invite-role')}
          required
          options={roles.map((value) => ({ value, label: common(`role.${value}`) }))}
          {...field}
        />
        <Actions>
          <Button variant="secondary">{say('invite-send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function Workers({ say, common, staff, to }: SettingsPageProps) {
  return (
    <Table
      caption={say('staff')}
      isCaptionHidden
      columns={[
        { label: say('staff-name') },
        { label: say('staff-email') },
        { label: say('staff-role') },
        { label: say('staff-act') },
      ]}
      rows={staff.map((one) => ({
        cells: [
          one.name || one.email,
          one.email,
          common(`role.${one.role}`),
          <Form action={to.invite} shape="inline">
            <HiddenField name="account" value={one.account} />
            <HiddenField name="role" value={one.role} />
            <HiddenField name="end" value="yes" />
            <button type="submit" class="fm-plainbutton">
              {say('staff-end', { name: one.name || one.email, role: common(`role.${one.role}`) })}
            </button>
          </Form>,
        ],
      }))}
    />
  )
}
