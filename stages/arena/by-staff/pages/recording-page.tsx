import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkbox,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Radios,
  Said,
  Select,
  StaffLabel,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { FeatureFields, type FeatureFieldsProps } from '../../features/pages/feature-fields.tsx'
import type { SayByStaff } from '../messages/words.ts'
import { ways } from '../rules.ts'

export type Profiles = readonly { readonly id: Id<'profile'>; readonly name: string; readonly description: string }[]

export type RecordingPageProps = {
  readonly say: SayByStaff
  readonly reader: Reader
  readonly problem: Problem
  readonly profiles: Profiles
  readonly isOpen: boolean
  readonly languages: readonly string[]
  readonly counted: Pick<FeatureFieldsProps, 'say' | 'placeLang' | 'features'>
  readonly typed: Typed
  readonly errors: Errors
}

/** The form of the call, as a member of staff reads it aloud. */
export function RecordingPage(props: RecordingPageProps) {
  const { say, reader, problem, isOpen, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('new.title')}
        lead={isOpen ? say('new.lead') : undefined}
      />
      {isOpen ? (
        <RecordForm {...props} />
      ) : (
        <Empty title={say('refused.call-closed')} level={2}>
          <p>
            <a class="fm-link" href={reader.to('arena.staff-records', { problem: problem.slug })}>
              {say('page.title')}
            </a>
          </p>
        </Empty>
      )}
    </>
  )
}

function RecordForm({ say, reader, problem, profiles, languages, counted, typed, errors }: RecordingPageProps) {
  const kept = { typed, errors }
  return (
    <Form action={reader.to('arena.record-application', { problem: problem.slug })} label={say('new.title')}>
      <p>
        <StaffLabel>{say('people.label')}</StaffLabel>
      </p>
      <Radios
        name="way"
        label={say('new.way')}
        options={ways.map((value) => ({ value, label: say(`new.${value}`) }))}
        isInline
        required
        {...kept}
      />
      <TextField name="name" label={say('new.name')} autocomplete="off" maxLength={80} required {...kept} />
      <TextArea
        name="address"
        label={say('new.address')}
        help={`${say('new.address-help')} ${say('new.reach')}`}
        rows={3}
        maxLength={400}
        isUnmarked
        {...kept}
      />
      <TextField
        name="phone"
        type="tel"
        label={say('new.phone-number')}
        autocomplete="off"
        room={20}
        maxLength={40}
        isUnmarked
        {...kept}
      />
      {languages.length > 1 ? (
        <Select
          name="language"
          label={say('new.language')}
          options={languages.map((value) => ({ value, label: nameOf(value) }))}
          value={languages[0]}
          isUnmarked
          {...kept}
        />
      ) : (
        <HiddenField name="language" value={languages[0] ?? 'en'} />
      )}
      <TextField
        name="code"
        label={say('new.code')}
        help={say('new.code-help')}
        autocomplete="off"
        room={20}
        {...kept}
      />
      <Radios
        name="profile"
        label={say('new.profile')}
        options={profiles.map(({ id, name, description }) => ({ value: id, label: name, help: description }))}
        required
        {...kept}
      />
      <TextArea name="motivation" label={say('new.motivation')} rows={5} maxLength={2000} required {...kept} />
      <TextArea name="tie" label={say('new.tie')} rows={2} maxLength={500} required {...kept} />
      <p class="fm-small">{say('new.counted')}</p>
      {counted.features.some(({ kind }) => kind === 'gender') ? null : (
        <Radios
          name="gender"
          label={say('new.gender')}
          value="none"
          options={(['woman', 'man', 'other', 'none'] as const).map((value) => ({
            value,
            label: say(`new.gender-${value}`),
          }))}
          isUnmarked
          {...kept}
        />
      )}
      <FeatureFields {...counted} {...kept} />
      <Checkbox name="agreed" label={say('new.agreed')} help={say('new.agreed-help')} required {...kept} />
      <Button>{say('new.send')}</Button>
    </Form>
  )
}

/** A language by its own name. */
function nameOf(lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang
}
