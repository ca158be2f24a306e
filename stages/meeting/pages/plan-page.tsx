import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import {
  Button,
  Checkbox,
  Columns,
  DateField,
  ErrorSummary,
  Form,
  Head,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  TimeField,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { SayMeeting } from '../messages/words.ts'

export type PlanPageProps = {
  readonly say: SayMeeting
  readonly common: Say<EverydayKey>
  readonly action: string
  readonly typed: Typed
  readonly errors: Errors
  /** The zone in words, such as "Copenhagen". */
  readonly zone: string
  readonly isNew: boolean
  /** The grounds the place lists for closing a meeting. */
  readonly grounds: readonly string[]
}

/** Where a meeting is called, or changed before it begins. */
export function PlanPage({ say, common, action, typed, errors, zone, isNew, grounds }: PlanPageProps) {
  const kept = { typed, errors }
  const kind = isNew ? 'new' : 'change'
  return (
    <>
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say(`${kind}.title`)} lead={say(`${kind}.lead`)} />
      <Columns
        main={
          <Form action={action}>
            <TextField
              name="title"
              label={say('plan.title')}
              help={say('plan.title-help')}
              maxLength={160}
              required
              {...kept}
            />
            <DateField name="day" label={say('plan.day')} required {...kept} />
            <TimeField name="starts" label={say('plan.starts')} help={say('plan.zone', { zone })} required {...kept} />
            <TimeField name="ends" label={say('plan.ends')} required {...kept} />
            <TextField
              name="place"
              label={say('plan.place')}
              help={say('plan.place-help')}
              maxLength={300}
              required
              {...kept}
            />
            <TextArea
              name="access"
              label={say('plan.access')}
              help={say('plan.access-help')}
              rows={3}
              maxLength={1000}
              {...kept}
            />
            <TextArea
              name="documents"
              label={say('plan.documents')}
              help={say('plan.documents-help')}
              rows={3}
              maxLength={4000}
              {...kept}
            />
            <Radios
              name="openness"
              label={say('plan.openness')}
              required
              options={[
                { value: 'open', label: say('plan.open') },
                { value: 'closed', label: say('plan.closed') },
              ]}
              {...kept}
            />
            {grounds.length === 0 ? (
              <TextArea
                name="closedGround"
                label={say('plan.ground')}
                help={say('plan.ground-help')}
                isUnmarked
                rows={2}
                maxLength={1000}
                {...kept}
              />
            ) : (
              <Select
                name="closedGround"
                label={say('plan.ground')}
                help={say('plan.ground-list')}
                isUnmarked
                none={say('plan.ground-none')}
                options={grounds.map((words) => ({ value: words, label: words }))}
                {...kept}
              />
            )}
            <TextArea name="closedWords" label={say('plan.why')} isUnmarked rows={2} maxLength={1000} {...kept} />
            <Checkbox name="decisionsClosed" label={say('plan.decisions')} {...kept} />
            <Button>{say(`${kind}.send`)}</Button>
          </Form>
        }
        aside={
          <Section id="next" title={say('plan.next')} size="aside">
            <p class="fm-small">{say(`${kind}.next`)}</p>
          </Section>
        }
      />
    </>
  )
}
