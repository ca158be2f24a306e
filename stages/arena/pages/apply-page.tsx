import type { Reader } from '../../../platform/http/index.ts'
import {
  Button,
  Columns,
  ErrorSummary,
  FactList,
  Form,
  Head,
  Note,
  Radios,
  Section,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { AffectedActor, Problem } from '../../problem/index.ts'
import { profilesCalledFor, type Arena } from '../arena.ts'
import { givenBy } from '../awaiting-rules.ts'
import { openToPeople } from '../composition/kept-seats.ts'
import type { SetUpProfile } from '../composition/set-up-rules.ts'
import { ForgettingNote } from '../forgetting/pages/forgetting-note.tsx'
import { daysLonger } from '../forgetting/rules.ts'
import { FeatureFields, type FeatureFieldsProps } from '../features/pages/feature-fields.tsx'
import type { SayArena } from '../messages/words.ts'

type Shared = { readonly say: SayArena; readonly reader: Reader; readonly problem: Problem; readonly arena: Arena }

export type ApplyPageProps = Shared & {
  /** What the place counts people by: asked here once, and kept for every later time. */
  readonly counted: Omit<FeatureFieldsProps, 'typed' | 'errors'>
  /** Other words for an application that stands. */
  readonly isChange: boolean
  /** Speaks for an organisation that has not declared its interests. */
  readonly isUndeclared: boolean
  readonly isOrganisation: boolean
  /** Of which group a seat may be kept for. */
  readonly affected: readonly AffectedActor[]
  readonly typed: Typed
  readonly errors: Errors
}

/** Anyone tied to the place asks for a seat (R11). */
export function ApplyPage({
  say,
  reader,
  problem,
  arena,
  counted,
  isChange,
  isUndeclared,
  isOrganisation,
  affected,
  typed,
  errors,
}: ApplyPageProps) {
  const kept = { typed, errors }
  const called = profilesCalledFor(arena)
  const profiles = isOrganisation ? called : openToPeople(called)
  const keptFromHer = called.length - profiles.length
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={problem.question}
        title={say(isChange ? 'apply.change-title' : 'apply.title')}
        lead={say(isOrganisation ? 'apply.lead-organisation' : 'apply.lead')}
      />
      <Note icon="info">
        <p>{say('apply.public')}</p>
        {arena.setUp?.forgetOn ? (
          <p>{say('apply.forget', { day: reader.time.day(arena.setUp.forgetOn), days: daysLonger })}</p>
        ) : null}
      </Note>
      {isOrganisation ? (
        <Note icon="info">
          <p>
            {say(isUndeclared ? 'apply.declare' : 'apply.declared')}{' '}
            <a class="fm-link" href={`${reader.to('problem.declaring')}?seat=${problem.slug}`}>
              {say(isUndeclared ? 'apply.to-register' : 'apply.change-register')}
            </a>
          </p>
        </Note>
      ) : null}
      <Columns
        main={
          <Form action={reader.to(isChange ? 'arena.change-application' : 'arena.apply', { problem: problem.slug })}>
            <Radios
              name="profile"
              label={say('apply.profile')}
              required
              options={profiles.map((profile) => ({
                value: profile.id,
                label: profile.name,
                help: [helpOf(say, profile.description, profile.criteria), keptHelp(say, profile, affected)]
                  .filter(Boolean)
                  .join(' '),
              }))}
              {...kept}
            />
            {keptFromHer > 0 ? <p class="fm-small">{say('apply.kept-others', { count: keptFromHer })}</p> : null}
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
            {arena.setUp?.isOnePerHousehold ? (
              <TextField
                name="address"
                label={say('apply.address')}
                help={say(isChange ? 'apply.address-again' : 'apply.address-help')}
                maxLength={300}
                autocomplete="street-address"
                required={!isChange}
                {...kept}
              />
            ) : null}
            <Counted {...{ say, counted, typed, errors }} />
            <Button>{say(isChange ? 'apply.change-send' : 'apply.send')}</Button>
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
              <p class="fm-small">{say(`apply.next-${givenBy(arena.filling, profiles)}`)}</p>
            </Section>
            <ForgettingNote reader={reader} forgetting={{ dueOn: arena.setUp?.forgetOn ?? null, done: null }} />
          </>
        }
      />
    </>
  )
}

function helpOf(say: SayArena, description: string, criteria: readonly string[]): string {
  const others = criteria.filter((one) => one !== description)
  const bring = others.length > 0 ? say('apply.bring', { criteria: others.join(' · ') }) : ''
  return [description, bring].filter(Boolean).join(' ')
}

/** For whom the seat is kept, before anybody asks for it in vain. */
function keptHelp(
  say: SayArena,
  { isForOrganisations, keptFor }: Pick<SetUpProfile, 'isForOrganisations' | 'keptFor'>,
  affected: readonly AffectedActor[],
): string {
  const group = affected.find(({ id }) => id === keptFor)?.name
  return [isForOrganisations ? say('apply.kept') : '', group ? say('apply.kept-group', { group }) : '']
    .filter(Boolean)
    .join(' ')
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
