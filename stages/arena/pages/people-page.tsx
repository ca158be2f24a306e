import type { Id } from '@folkmoot/basics/ids.ts'
import { ButtonLink, Columns, Empty, ErrorSummary, Head, Note, Section, Table } from '../../../ui/index.ts'
import { LeaderForms } from './leader-forms.tsx'
import { MissingList } from './missing-list.tsx'
import type { PeoplePageProps } from './props.ts'
import { RuleList } from './rule-list.tsx'
import { Seats } from './seats.tsx'

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

/** A total beside a single withheld number would give that number away. */
function closedLine({ say, appliedFor, applicationCount: count }: PeoplePageProps, day: string): string {
  if (count < fewestShown) return say('page.call-closed-few', { day })
  const isOneWithheld = [...appliedFor.values()].some((same) => same.length < fewestShown)
  return isOneWithheld ? say('page.call-closed-some', { day }) : say('page.call-closed', { day, count })
}

function Call(props: PeoplePageProps) {
  const { say, reader, problem, arena, isOpen, mine, may } = props
  const slug = { problem: problem.slug }
  if (!arena.call) return null
  const day = reader.time.day(arena.call.closesAt)
  return (
    <Note icon="calendar">
      <p>
        {isOpen
          ? say('page.call-open', { deadline: reader.time.deadline(arena.call.closesAt) })
          : closedLine(props, day)}
      </p>
      <p class="fm-row">
        {isOpen && may.apply && !mine ? (
          <ButtonLink href={reader.to('arena.application', slug)}>{say('page.apply')}</ButtonLink>
        ) : null}
        {mine ? (
          <ButtonLink href={reader.to('arena.application', slug)} variant="secondary">
            {say('page.my-application')}
          </ButtonLink>
        ) : null}
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
          cells: [
            name,
            wanted === null ? reader.common('unknown') : String(wanted),
            String(arena.seats.filter((seat) => seat.profile === id).length),
            applied(id),
          ],
        }))}
      />
    </Section>
  )
}
