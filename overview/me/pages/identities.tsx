import { Button, Form, HiddenField, List, Section } from '../../../ui/index.ts'
import type { SayMe } from '../messages/words.ts'

export type IdentitiesProps = {
  readonly say: SayMe
  readonly linked: readonly {
    readonly label: string
    readonly issuer: string
    /** How sure it is and when it was used: finished words. */
    readonly line: string
  }[]
  readonly offered: readonly { readonly label: string; readonly action: string }[]
  readonly to: { readonly unlink: string; readonly me: string }
}

/** The electronic identities that open one's account. */
export function Identities({ say, linked, offered, to }: IdentitiesProps) {
  return (
    <Section id="identities" title={say('identities')} size="aside">
      <p class="fm-small">{say('identities-text')}</p>
      {linked.length === 0 ? null : (
        <List
          items={linked.map(({ label, issuer, line }) => (
            <>
              <p class="fm-small">
                <strong>{label}</strong>
              </p>
              <p class="fm-mini">{line}</p>
              <Form action={to.unlink} shape="inline" label={label}>
                <HiddenField name="issuer" value={issuer} />
                <button type="submit" class="fm-plainbutton">
                  {say('identities-unlink', { label })}
                </button>
              </Form>
            </>
          ))}
        />
      )}
      {offered.map(({ label, action }) => (
        <Form action={action} shape="inline">
          <HiddenField name="next" value={to.me} />
          <Button size="sm" variant="secondary">
            {say('identities-link', { label })}
          </Button>
        </Form>
      ))}
    </Section>
  )
}
