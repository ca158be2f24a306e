import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  Checkbox,
  Columns,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Panel,
  Radios,
  Select,
  TextField,
} from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

export type WelcomePageProps = {
  readonly say: SaySignIn
  readonly common: Say<EverydayKey>
  readonly place: string
  /** Under which the council knows a linked politician: nothing but language and consent is asked of her. */
  readonly officialName: string | null
  /** That her opinions are kept: then it is not asked again. */
  readonly hasAgreed: boolean
  /** What was typed, or what is known already. */
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  readonly languages: readonly { readonly value: string; readonly label: string }[]
  readonly next: string
  readonly to: { readonly [Name in 'save' | 'privacy' | 'consents']: string }
}

/** Name, tie, and what she agrees to, each by itself: before the first contribution, in one page. */
export function WelcomePage({
  say,
  common,
  place,
  officialName,
  hasAgreed,
  typed,
  errors,
  languages,
  next,
  to,
}: WelcomePageProps) {
  const field = { typed, errors }
  return (
    <Columns
      main={
        <>
          <ErrorSummary title={common('error-title')} errors={errors} />
          <Head
            title={say('welcome.title')}
            lead={
              officialName === null
                ? say('welcome.lead', { place })
                : say('welcome.lead-office', { name: officialName, place })
            }
          />
          <Form action={to.save}>
            {officialName === null ? <WhoOneIs {...{ say, place, typed, errors }} /> : null}
            {languages.length > 1 ? (
              <Select name="language" label={say('welcome.language')} options={languages} required {...field} />
            ) : (
              <HiddenField name="language" value={languages[0]?.value ?? ''} />
            )}
            <p class="fm-small">{say('welcome.notice')}</p>
            {officialName === null ? (
              <Consents {...{ say, place, hasAgreed, typed, errors, to }} />
            ) : (
              <Checkbox name="consent" label={say('welcome.consent-office')} required {...field} />
            )}
            <HiddenField name="next" value={next} />
            <Actions>
              <Button>{say('welcome.save')}</Button>
            </Actions>
          </Form>
        </>
      }
      aside={<PrivacyNotice say={say} href={to.privacy} />}
    />
  )
}

type ConsentsProps = Pick<WelcomePageProps, 'say' | 'place' | 'hasAgreed' | 'typed' | 'errors' | 'to'>

/** Neither is ticked beforehand, and neither is needed to go on. */
function Consents({ say, place, hasAgreed, typed, errors, to }: ConsentsProps) {
  if (hasAgreed)
    return (
      <p class="fm-small">
        <a href={to.consents}>{say('welcome.agreed')}</a>
      </p>
    )
  const field = { typed, errors }
  return (
    <>
      <Checkbox
        name="consent"
        label={say('welcome.consent', { place })}
        help={say('welcome.consent-help')}
        {...field}
      />
      <Checkbox name="mails" label={say('welcome.mails')} help={say('welcome.mails-help')} {...field} />
    </>
  )
}

function WhoOneIs({ say, place, typed, errors }: Pick<WelcomePageProps, 'say' | 'place' | 'typed' | 'errors'>) {
  const field = { typed, errors }
  return (
    <>
      <TextField
        name="name"
        autocomplete="name"
        room={40}
        label={say('welcome.name')}
        help={say('welcome.name-help')}
        required
        {...field}
      />
      <Radios name="tie" label={say('welcome.tie', { place })} options={tieOptions(say)} required {...field} />
      <TextField name="tieWords" label={say('welcome.tie-words')} help={say('welcome.tie-words-help')} {...field} />
      <Radios
        name="as"
        label={say('welcome.as')}
        required
        value="resident"
        options={[
          { value: 'resident', label: say('welcome.as-resident') },
          {
            value: 'organisation',
            label: say('welcome.as-organisation'),
            help: say('welcome.as-organisation-help'),
          },
        ]}
        {...field}
      />
      <TextField
        name="organisation"
        autocomplete="organization"
        label={say('welcome.organisation')}
        help={say('welcome.organisation-help')}
        {...field}
      />
      <TextField name="interest" label={say('welcome.interest')} help={say('welcome.interest-help')} {...field} />
    </>
  )
}

function PrivacyNotice({ say, href }: { readonly say: SaySignIn; readonly href: string }) {
  return (
    <Panel>
      <h2 class="fm-h-aside">{say('welcome.privacy')}</h2>
      <p class="fm-small">{say('welcome.privacy-public')}</p>
      <p class="fm-small">{say('welcome.privacy-votes')}</p>
      <p class="fm-small">{say('welcome.privacy-erase')}</p>
      <p class="fm-small">
        <a href={href}>{say('welcome.privacy-read')}</a>
      </p>
    </Panel>
  )
}

function tieOptions(say: SaySignIn) {
  return ties.map((value) => ({ value, label: say(`welcome.${value}`) }))
}

export const ties = ['lives-here', 'works-here', 'uses-services', 'other'] as const
