import type { TimeWords } from '../../../platform/i18n/index.ts'
import type { Passkey } from '../../../platform/identity/index.ts'
import { Button, Form, HiddenField, Section, Table, WithPasskeys } from '../../../ui/index.ts'
import type { SayKeys } from '../messages/words.ts'

export type PasskeysProps = {
  readonly say: SayKeys
  readonly time: TimeWords
  readonly passkeys: readonly Passkey[]
  readonly to: { readonly [Name in 'askPasskey' | 'removePasskey']: string }
}

export function Passkeys({ say, time, passkeys, to }: PasskeysProps) {
  return (
    <Section id="passkeys" title={say('passkeys')} lead={say('passkeys-lead')}>
      {passkeys.length === 0 ? null : (
        <Table
          caption={say('passkeys')}
          isCaptionHidden
          columns={[
            { label: say('passkey-name'), width: 'most' },
            { label: say('passkey-added-on') },
            { label: say('session-seen') },
            { label: say('passkey-act') },
          ]}
          rows={passkeys.map(({ id, name, addedAt, usedOn }) => ({
            cells: [
              <bdi>{name}</bdi>,
              time.day(addedAt),
              usedOn ? time.day(usedOn) : say('passkey-unused'),
              <Form action={to.removePasskey} shape="inline">
                <HiddenField name="passkey" value={id} />
                <button type="submit" class="fm-plainbutton">
                  {say('passkey-remove', { name })}
                </button>
              </Form>,
            ],
          }))}
        />
      )}
      <WithPasskeys without={say('passkey-without')}>
        <Form action={to.askPasskey} shape="inline">
          <Button variant="secondary">{say('passkey-ask')}</Button>
        </Form>
      </WithPasskeys>
    </Section>
  )
}
