import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { ButtonLink, Columns, Empty, ErrorSummary, Head, Note, Section, Table, type Errors, type Typed } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Arena } from '../load.ts'
import type { SayArena } from '../messages/words.ts'
import type { Application } from '../store.ts'
import { LeaderForms } from './leader-forms.tsx'
import { MissingList } from './missing-list.tsx'
import { RuleList } from './rule-list.tsx'
import { Seats } from './seats.tsx'

export type PeoplePageProps = {
  readonly say: SayArena
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly isOpen: boolean
  readonly isOneParty: boolean
  readonly appliedFor: ReadonlyMap<Id<'profile'>, readonly Application[]>
  readonly applicationCount: number
  readonly mine: Application | undefined
  /** Politicians of today without a seat here. */
  readonly candidates: readonly Politician[]
  readonly may: { readonly lead: boolean; readonly readApplications: boolean; readonly apply: boolean }
  readonly errors: Errors
  readonly typed: Typed
}

/** Below this many, a number of people says too much about each. */
const fewestShown = 5

/** Who sits at the table, why, who is missing, and how to ask for a seat. */
export function PeoplePage(props: PeoplePageProps) {
  const { say, reader, problem, arena, errors, may } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('page.title')} lead={say('page.lead')} />
      <Call {...props} />
      <Columns
        main={
          <>
            {arena.seats.length === 0 ? (
              <Empty title={say('page.none')} level={2}>
                <p>{say('page.none-next')}</p>
              </Empty>
            ) : (
              <Seats {...props} />
            )}
            {arena.mandate && arena.mandate.profiles.length > 0 ? <Profiles {...props} /> : null}
            {may.lead ? <LeaderForms {...props} /> : null}
          </>
        }
        aside={
          <>
            <RuleList {...props} />
            <MissingList {...props} />
          </>
        }
      />
    </>
  )
}

function Call({ say, reader, problem, arena, isOpen, mine, may, applicationCount }: PeoplePageProps) {
  const slug = { problem: problem.slug }
  if (!arena.call) return null
  const day = reader.time.day(arena.call.closesAt)
  const closed = applicationCount < fewestShown ? say('page.call-closed-few', { day }) : say('page.call-closed', { day, count: applicationCount })
  return (
    <Note icon="calendar">
      <p>{isOpen ? say('page.call-open', { deadline: reader.time.deadline(arena.call.closesAt) }) : closed}</p>
      <p class="fm-row">
        {isOpen && may.apply && !mine ? <ButtonLink href={reader.to('arena.application', slug)}>{say('page.apply')}</ButtonLink> : null}
        {mine ? <ButtonLink href={reader.to('arena.application', slug)} variant="secondary">{say('page.my-application')}</ButtonLink> : null}
        {may.readApplications ? (
          <ButtonLink href={reader.to('arena.applications', slug)} variant="secondary">
            {say('page.applications')}
          </ButtonLink>
        ) : null}
      </p>
    </Note>
  )
}

function Profiles({ say, reader, arena, appliedFor }: PeoplePageProps) {
  const applied = (id: Id<'profile'>): string => {
    const count = appliedFor.get(id)?.length ?? 0
    return count > 0 && count < fewestShown ? say('page.fewer-than-five') : String(count)
  }
  return (
    <Section id="profiles" title={say('page.profiles')}>
      <Table
        caption={say('page.profiles')}
        isCaptionHidden
        columns={[
          { label: say('page.profile') },
          { label: say('page.wanted'), isNumber: true },
          { label: say('page.seated'), isNumber: true },
          { label: say('page.applied'), isNumber: true },
        ]}
        rows={(arena.mandate?.profiles ?? []).map(({ id, name, wanted }) => ({
          cells: [name, wanted === null ? reader.common('unknown') : String(wanted), String(arena.seats.filter((seat) => seat.profile === id).length), applied(id)],
        }))}
      />
    </Section>
  )
}
