import { levels, type Jurisdiction } from '../../platform/directory/index.ts'
import type { FieldError } from '../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../platform/i18n/index.ts'
import { Button, Checkbox, ErrorSummary, Form, Head, Select, TextField, type Typed } from '../../ui/index.ts'
import { appWords, type AppKey } from '../messages/words.ts'

export type SetUpPageProps = {
  readonly say: Say<AppKey>
  readonly common: Say<EverydayKey>
  readonly languages: readonly string[]
  /** Places of this installation that it can be part of. */
  readonly places: readonly Jurisdiction[]
  readonly action: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** The first thing anyone sees of a new installation: the place and its first administrator. */
export function SetUpPage({ say, common, languages, places, action, typed, errors }: SetUpPageProps) {
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('set-up.title')} lead={say('set-up.lead')} />
      <Form action={action}>
        <h2>{say('set-up.place')}</h2>
        <TextField name="name" label={say('set-up.name')} required {...kept} />
        <TextField name="slug" label={say('set-up.slug')} help={say('set-up.slug-help')} required {...kept} />
        <Select
          name="level"
          label={say('set-up.level')}
          required
          options={levels.map((value) => ({ value, label: say(`places.level.${value}`) }))}
          {...kept}
        />
        {places.length === 0 ? null : (
          <Select
            name="partOf"
            label={say('set-up.part-of')}
            help={say('set-up.part-of-help')}
            none={say('set-up.part-of-none')}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
            {...kept}
          />
        )}
        <TextField name="council" label={say('set-up.council')} help={say('set-up.council-help')} required {...kept} />
        <TextField
          name="timeZone"
          label={say('set-up.time-zone')}
          help={say('set-up.time-zone-help')}
          value="Europe/Copenhagen"
          required
          {...kept}
        />
        <Select
          name="language"
          label={say('set-up.language')}
          required
          options={languages.map((value) => ({ value, label: appWords.say(value)('language') }))}
          {...kept}
        />
        <h2>{say('set-up.you')}</h2>
        <TextField name="yourName" label={say('set-up.your-name')} autocomplete="name" required {...kept} />
        <TextField name="email" label={say('set-up.email')} type="email" autocomplete="email" required {...kept} />
        <p class="fm-small">{say('set-up.privacy')}</p>
        <Checkbox name="consent" label={say('set-up.consent')} required {...kept} />
        <Button>{say('set-up.send')}</Button>
      </Form>
    </>
  )
}
