import type { Reader } from '../../../platform/http/index.ts'
import {
  Button,
  Columns,
  Confirmation,
  ErrorSummary,
  FactList,
  Form,
  Head,
  Note,
  Prose,
  Radios,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Arena } from '../arena.ts'
import { profileName } from '../arena.ts'
import { FeatureFields, type FeatureFieldsProps } from '../features/pages/feature-fields.tsx'
import type { SayArena } from '../messages/words.ts'
import type { Application } from '../store.ts'

type Shared = { readonly say: SayArena; readonly reader: Reader; readonly problem: Problem; readonly arena: Arena }

export type ApplyPageProps = Shared & {
  /** What the place counts people by: asked here once, and kept for every later time. */
  readonly counted: Omit<FeatureFieldsProps, 'typed' | 'errors'>
  readonly typed: Typed
  readonly errors: Errors
}

/** Anyone tied to the place asks for a seat (R11). */
export function ApplyPage({ say, reader, problem, arena, counted, typed, errors }: ApplyPageProps) {
  const kept = { typed, errors }
  const profiles = arena.rule.profiles
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('apply.title')} lead={say('apply.lead')} />
      <Note icon="info">
        <p>{say('apply.public')}</p>
      </Note>
      <Columns
        main={
          <Form action={reader.to('arena.apply', { problem: problem.slug })}>
            <Radios
              name="profile"
              label={say('apply.profile')}
              required
              options={profiles.map(({ id, name, description }) => ({ value: id, label: name, help: description }))}
              {...kept}
            />
            <TextArea name="motivation" label={say('apply.motivation')} rows={5} maxLength={2000} required {...kept} />
            <TextArea
              name="tie"
              label={say('apply.tie')}
              help={say('apply.tie-help')}
              rows={2}
              maxLength={500}
              required
              {...kept}
            />
            <Counted {...{ say, counted, typed, errors }} />
            <Button>{say('apply.send')}</Button>
          </Form>
        }
        aside={
          <>
            <Asked say={say} reader={reader} arena={arena} />
            <Section id="next" title={say('apply.next')} size="aside">
              {arena.call ? (
                <p class="fm-small">
                  {say('apply.next-closes', { deadline: reader.time.deadline(arena.call.closesAt) })}
                </p>
              ) : null}
              <p class="fm-small">{say('apply.next-text')}</p>
            </Section>
          </>
        }
      />
    </>
  )
}

/** Gender is asked everywhere; what else people are counted by is for each place to say. */
function Counted({ say, counted, ...kept }: Pick<ApplyPageProps, 'say' | 'counted' | 'typed' | 'errors'>) {
  return (
    <>
      {counted.features.some(({ kind }) => kind === 'gender') ? null : (
        <Radios
          name="gender"
          label={say('apply.gender')}
          help={say('apply.gender-help')}
          value="none"
          options={(['woman', 'man', 'other', 'none'] as const).map((value) => ({
            value,
            label: say(`apply.gender-${value}`),
          }))}
          {...kept}
        />
      )}
      {counted.features.length === 0 ? null : <p class="fm-small">{say('apply.counted')}</p>}
      <FeatureFields {...counted} {...kept} />
    </>
  )
}

/** What one says yes to: how many meetings, from when to when. */
function Asked({ say, reader, arena }: Pick<Shared, 'say' | 'reader' | 'arena'>) {
  const { mandate } = arena
  if (!mandate) return null
  const day = (date: Temporal.PlainDate | null): string => (date ? reader.time.day(date) : reader.common('unknown'))
  return (
    <Section id="asked" title={say('apply.asked')} size="aside">
      <FactList
        rows={[
          {
            term: say('apply.asked-meetings'),
            value: mandate.meetings === null ? reader.common('unknown') : String(mandate.meetings),
          },
          { term: say('apply.asked-begins'), value: day(mandate.startsOn) },
          { term: say('apply.asked-ends'), value: day(mandate.endsOn) },
        ]}
      />
    </Section>
  )
}

/** What became of my application, whenever I come back. */
export function AppliedPage({
  say,
  reader,
  problem,
  arena,
  application,
}: Shared & { readonly application: Application }) {
  const day = arena.call ? reader.time.day(arena.call.closesAt) : ''
  return (
    <>
      <Confirmation
        title={say('apply.done')}
        lead={say('apply.done-lead', {
          number: application.number,
          profile: profileName(arena, application.profile),
          day: reader.time.day(application.appliedAt),
        })}
      >
        <p>{say(`apply.state-${application.state}`, { day, reason: application.answer })}</p>
      </Confirmation>
      <Prose text={application.motivation} />
      <p>
        <a class="fm-link" href={reader.to('arena.people', { problem: problem.slug })}>
          {say('apply.back')}
        </a>
      </p>
    </>
  )
}
