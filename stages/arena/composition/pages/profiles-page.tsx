import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  NumberField,
  Prose,
  Said,
  Section,
  Select,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { mostProfiles } from '../form.ts'
import type { SetUpProfile } from '../set-up-rules.ts'
import type { StepProps } from './props.ts'

/** Lines for profiles nobody has written yet. */
const spare = 2

/** What each seat is for, what somebody for it should bring, and how it is filled: before anybody is asked (R10). */
export function ProfilesPage(props: StepProps) {
  const { say, reader, problem, mandate, setUp, errors } = props
  const seats = setUp.profiles.reduce((sum, { chosen, drawn }) => sum + chosen + drawn, 0)
  const citizens = mandate.citizens ?? setUp.citizens
  const typedLines = Math.max(0, ...Object.keys(props.typed).map((key) => Number(/^name-(\d+)$/.exec(key)?.[1] ?? 0)))
  const lines = Math.min(mostProfiles, Math.max(setUp.profiles.length + spare, typedLines))
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('profiles.title')}
        lead={say('profiles.lead')}
      />
      {citizens === null ? null : (
        <Note icon="info">
          <p>{say('profiles.sum', { seats, citizens })}</p>
        </Note>
      )}
      <Form action={reader.to('arena.save-profiles', { problem: problem.slug })}>
        {Array.from({ length: lines }, (_, at) => (
          <ProfileLine {...props} number={at + 1} profile={setUp.profiles[at]} />
        ))}
        <Button>{say('profiles.save')}</Button>
      </Form>
    </>
  )
}

type LineProps = StepProps & { readonly number: number; readonly profile: SetUpProfile | undefined }

function ProfileLine(props: LineProps) {
  const { say, mandate, typed, errors, number, profile } = props
  // A new profile may be left empty; of one that is there everything is asked for.
  const kept = { typed, errors, isUnmarked: true }
  const isFixed = mandate.profiles.some(({ id }) => id === profile?.id)
  return (
    <Section
      id={`profile-${number}`}
      title={profile ? say('profiles.named', { number, name: profile.name }) : say('profiles.new', { number })}
      size="mid"
    >
      <HiddenField name={`profile-${number}`} value={profile?.id ?? ''} />
      {isFixed && profile ? (
        <Prose text={profile.description || say('profiles.fixed')} size="small" />
      ) : (
        <>
          <TextField
            name={`name-${number}`}
            label={say('profiles.name')}
            help={profile ? say('profiles.name-help') : undefined}
            maxLength={120}
            value={profile?.name ?? ''}
            {...kept}
          />
          <TextField
            name={`description-${number}`}
            label={say('profiles.description')}
            maxLength={1000}
            value={profile?.description ?? ''}
            {...kept}
          />
        </>
      )}
      <TextArea
        name={`criteria-${number}`}
        label={say('profiles.criteria')}
        help={say('profiles.criteria-help')}
        rows={3}
        value={profile?.criteria.join('\n') ?? ''}
        {...kept}
      />
      <NumberField
        name={`chosen-${number}`}
        label={say('profiles.chosen')}
        value={String(profile?.chosen ?? 1)}
        {...kept}
      />
      <NumberField
        name={`drawn-${number}`}
        label={say('profiles.drawn')}
        value={String(profile?.drawn ?? 0)}
        {...kept}
      />
      <KeptFields {...props} />
    </Section>
  )
}

/** For whom a seat is kept: organisations of the register, and a group the problem affects. */
function KeptFields({ say, affected, typed, errors, number, profile }: LineProps) {
  const kept = { typed, errors, isUnmarked: true }
  return (
    <>
      <Checkbox
        name={`organisations-${number}`}
        label={say('profiles.organisations')}
        help={say('profiles.organisations-help')}
        isTicked={profile?.isForOrganisations ?? false}
        {...kept}
      />
      {affected.length === 0 ? null : (
        <Select
          name={`keptFor-${number}`}
          label={say('profiles.kept-for')}
          help={say('profiles.kept-for-help')}
          none={say('profiles.kept-for-none')}
          value={profile?.keptFor ?? ''}
          options={affected.map(({ id, name }) => ({ value: id, label: name }))}
          {...kept}
        />
      )}
    </>
  )
}
