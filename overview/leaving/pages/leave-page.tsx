import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  Head,
  List,
  Note,
  Radios,
  Section,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import type { SayLeaving } from '../messages/words.ts'

export type LeavePageProps = {
  readonly say: SayLeaving
  readonly common: Say<EverydayKey>
  readonly email: string
  /** Why she cannot now; null: she can. */
  readonly hindrance: 'sign-in-first' | 'in-office' | 'on-staff' | 'sign-in-again' | null
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  readonly to: { readonly leave: string; readonly me: string; readonly signIn: string }
}

/** What goes, what stays, and until when she can change her mind: before she does it. */
export function LeavePage({ say, common, email, hindrance, typed, errors, to }: LeavePageProps) {
  return (
    <Stack gap="8">
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('title')} lead={say('lead')} />
      <Section id="at-once" title={say('at-once')}>
        <List items={(['signed-out', 'name', 'mail'] as const).map((key) => say(`at-once.${key}`))} />
      </Section>
      <Section id="later" title={say('later')}>
        <p>{say('grace')}</p>
        <List items={(['address', 'seat', 'pledges', 'proofs'] as const).map((key) => say(`later.${key}`))} />
      </Section>
      <Section id="stays" title={say('stays')}>
        <List items={(['votes', 'words', 'office', 'backups'] as const).map((key) => say(`stays.${key}`))} />
      </Section>
      {hindrance === null ? (
        <Form action={to.leave}>
          <Radios
            name="words"
            label={say('words')}
            options={(['stay', 'go'] as const).map((value) => ({
              value,
              label: say(`words.${value}`),
              help: say(`words.${value}-help`),
            }))}
            required
            typed={typed}
            errors={errors}
          />
          <TextField
            name="email"
            type="email"
            autocomplete="off"
            label={say('email')}
            help={say('email-help', { email })}
            required
            typed={typed}
            errors={errors}
          />
          <Checkbox name="understood" label={say('understood')} required typed={typed} errors={errors} />
          <Actions>
            <Button isGrave>{say('button')}</Button>
            <ButtonLink variant="secondary" href={to.me}>
              {say('back')}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <Note icon="info">
          <p>{say(`refused.${hindrance}`)}</p>
          <p>
            <a href={hindrance === 'sign-in-again' ? to.signIn : to.me}>
              {say(hindrance === 'sign-in-again' ? 'sign-in' : 'back')}
            </a>
          </p>
        </Note>
      )}
    </Stack>
  )
}
