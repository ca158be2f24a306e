import { Button, Form, Head, HiddenField, List, Note, Section, Stack } from '../../../ui/index.ts'
import type { SayConsent } from '../messages/words.ts'

export type ConsentsPageProps = {
  readonly say: SayConsent
  readonly consents: readonly {
    readonly wording: string
    readonly language: string
    readonly given: string
    readonly takenBack: string | null
  }[]
  readonly hasAgreed: boolean
  readonly isMailed: boolean
  /** Why she cannot take back that her opinions are kept; null: she can. */
  readonly hindrance: 'sign-in-first' | 'in-office' | 'on-staff' | null
  readonly to: { readonly [Name in 'takeBack' | 'welcome' | 'settings' | 'leaving']: string }
}

export function ConsentsPage(props: ConsentsPageProps) {
  const { say, consents } = props
  return (
    <Stack gap="8">
      <Head title={say('title')} lead={say('lead')} />
      <Opinions {...props} />
      <Mails {...props} />
      <Section id="record" title={say('record')}>
        {consents.length === 0 ? <p class="fm-text">{say('record.none')}</p> : null}
        <List
          items={consents.map(({ wording, language, given, takenBack }) => (
            <>
              <p class="fm-text" lang={language}>
                “{wording}”
              </p>
              <p class="fm-small">
                {takenBack === null ? say('record.given', { given }) : say('record.taken-back', { given, takenBack })}
              </p>
            </>
          ))}
        />
      </Section>
    </Stack>
  )
}

function Opinions({ say, hasAgreed, hindrance, to }: ConsentsPageProps) {
  return (
    <Section id="opinions" title={say('opinions')}>
      <p class="fm-text">{say(hasAgreed ? 'opinions.yes' : 'opinions.no')}</p>
      {hasAgreed ? null : (
        <p>
          <a href={to.welcome}>{say('opinions.give')}</a>
        </p>
      )}
      {hasAgreed && hindrance === null ? (
        <>
          <p class="fm-text">
            {say('opinions.after')} <a href={to.leaving}>{say('leaving')}</a>
          </p>
          <TakeBack to={to.takeBack} kind="opinions" label={say('opinions.take-back')} />
        </>
      ) : null}
      {hasAgreed && hindrance !== null ? (
        <Note icon="info">
          <p>{say(`refused.${hindrance}`)}</p>
        </Note>
      ) : null}
    </Section>
  )
}

function Mails({ say, isMailed, to }: ConsentsPageProps) {
  return (
    <Section id="mails" title={say('mails')}>
      <p class="fm-text">{say(isMailed ? 'mails.yes' : 'mails.no')}</p>
      {isMailed ? (
        <TakeBack to={to.takeBack} kind="mails" label={say('mails.take-back')} />
      ) : (
        <p>
          <a href={to.settings}>{say('mails.give')}</a>
        </p>
      )}
    </Section>
  )
}

type TakeBackProps = { readonly to: string; readonly kind: 'opinions' | 'mails'; readonly label: string }

function TakeBack({ to, kind, label }: TakeBackProps) {
  return (
    <Form action={to} label={label}>
      <HiddenField name="kind" value={kind} />
      <Button variant="secondary">{label}</Button>
    </Form>
  )
}
