import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  Said,
  Section,
  Select,
  Table,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { WaysLine } from '../../letters/pages/ways-line.tsx'
import type { Ways } from '../../letters/ways.ts'
import type { Arena } from '../../arena.ts'
import type { Population } from '../../population/store.ts'
import type { SayRepresentation } from '../messages/words.ts'
import type { InvitedGroup } from '../next-ten.ts'
import type { AffectedLine } from '../affected.ts'
import type { CrowdReport } from '../report.ts'
import { Affected } from './affected-groups.tsx'
import { CrowdReportPart } from './crowd-report.tsx'

/** A crowd as it was last counted. */
type Seen = { readonly report: CrowdReport; readonly countedAt: Temporal.Instant }

export type RepresentationPageProps = {
  readonly reader: Reader
  readonly say: SayRepresentation
  readonly placeLang: string
  readonly problem: Problem
  readonly arena: Arena
  readonly population: Population | undefined
  readonly members: Seen | undefined
  /** For those who choose and their staff; not there before enough of them have told. */
  readonly applicants: (Seen & { readonly next: readonly InvitedGroup[]; readonly ways: Ways | null }) | undefined
  readonly affected: readonly AffectedLine[]
  readonly tables: readonly Population[]
  readonly may: { readonly choose: boolean; readonly seeApplicants: boolean; readonly lookFor: boolean }
  readonly typed: Typed
  readonly errors: Errors
}

/** Who sits at the table against who lives here and whom the problem affects. */
export function RepresentationPage(props: RepresentationPageProps) {
  const { reader, say, problem, population, may, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      />
      <Columns
        main={
          <>
            {may.seeApplicants ? <Applicants {...props} /> : null}
            <Members {...props} />
            <Affected {...props} />
            {props.arena.rule.profiles.length > 0 ? <Profiles {...props} /> : null}
          </>
        }
        aside={
          <>
            <Section id="table" title={say('table.chosen')} size="aside">
              {population ? <Chosen {...props} population={population} /> : <p class="fm-small">{say('table.none')}</p>}
            </Section>
            {may.choose ? <Choose {...props} /> : null}
            {may.lookFor ? (
              <Section id="appeals" title={say('appeals.title')} size="aside">
                <ButtonLink href={reader.to('arena.appeals', { problem: problem.slug })} size="sm" variant="secondary">
                  {say('appeals.link')}
                </ButtonLink>
              </Section>
            ) : null}
            <Section id="rest" title={say('page.others')} size="aside">
              <p class="fm-small">
                <a href={reader.to('journey.missing', { problem: problem.slug })}>{say('page.to-others')}</a>
              </p>
            </Section>
          </>
        }
      />
    </>
  )
}

function sourceOf({ reader }: RepresentationPageProps, { id, name, asOf }: Population) {
  return { name, asOf, href: reader.to('arena.population', { population: id }) }
}

function Applicants(props: RepresentationPageProps) {
  const { say, reader, arena, applicants, population } = props
  return (
    <Section id="applicants" title={say('applicants.title')} lead={say('applicants.lead')}>
      {applicants && population ? (
        <>
          <WaysLine reader={props.reader} slug={props.problem.slug} ways={applicants.ways} />
          <CrowdReportPart
            {...props}
            crowd="applicants"
            report={applicants.report}
            source={sourceOf(props, population)}
            level={3}
          />
          <p class="fm-mini">{say('page.counted', { day: reader.time.day(applicants.countedAt) })}</p>
          {arena.isConfirmed ? null : <NextTen {...props} next={applicants.next} />}
        </>
      ) : (
        <p class="fm-text">{say(population ? 'applicants.none' : 'table.first')}</p>
      )}
    </Section>
  )
}

function NextTen({
  reader,
  say,
  placeLang,
  problem,
  may,
  next,
}: RepresentationPageProps & { readonly next: readonly InvitedGroup[] }) {
  if (next.length === 0) return null
  return (
    <div class="fm-stack fm-stack--3">
      <h3 id="next-ten">{say('next.title')}</h3>
      <p class="fm-text">{say('next.lead')}</p>
      <List
        isTight
        items={next.map(({ invitations, names }) => (
          <div>
            <strong>{invitations}</strong>: <span lang={placeLang}>{names.join(', ')}</span>
            {may.lookFor ? (
              <>
                {' '}
                <a
                  class="fm-small"
                  href={`${reader.to('arena.appeals', { problem: problem.slug })}?${new URLSearchParams({ whom: names.join(', '), wanted: String(invitations) })}#write`}
                >
                  {say('next.look-for')}
                  <span class="fm-vh">: {names.join(', ')}</span>
                </a>
              </>
            ) : null}
          </div>
        ))}
      />
    </div>
  )
}

function Members(props: RepresentationPageProps) {
  const { say, reader, arena, members, population } = props
  return (
    <Section id="members" title={say('members.title')}>
      {members && population ? (
        <>
          <CrowdReportPart
            {...props}
            crowd="members"
            report={members.report}
            source={sourceOf(props, population)}
            level={3}
          />
          <p class="fm-mini">{say('page.counted', { day: reader.time.day(members.countedAt) })}</p>
        </>
      ) : (
        <Empty title={say(arena.isConfirmed ? 'members.not-yet' : 'members.no-group')} level={3}>
          <p>{say(arena.isConfirmed ? 'members.not-yet-next' : 'members.no-group-next')}</p>
        </Empty>
      )}
    </Section>
  )
}

function Profiles({
  reader,
  say,
  arena,
  problem,
}: Pick<RepresentationPageProps, 'reader' | 'say' | 'arena' | 'problem'>) {
  return (
    <Section id="profiles" title={say('profiles.title')}>
      <Table
        caption={say('profiles.title')}
        isCaptionHidden
        columns={[
          { label: say('profiles.profile') },
          { label: say('profiles.wanted'), isNumber: true },
          { label: say('profiles.filled'), isNumber: true },
        ]}
        rows={arena.rule.profiles.map(({ id, name, wanted }) => ({
          cells: [
            <a href={`${reader.to('arena.people', { problem: problem.slug })}#profiles`}>{name}</a>,
            wanted === null ? reader.common('unknown') : String(wanted),
            String(arena.seats.filter((seat) => seat.profile === id).length),
          ],
        }))}
      />
    </Section>
  )
}

function Chosen(props: RepresentationPageProps & { readonly population: Population }) {
  const { reader, say, placeLang, population } = props
  return (
    <>
      <p class="fm-small">
        <a href={reader.to('arena.population', { population: population.id })} lang={placeLang}>
          {population.name}
        </a>
      </p>
      <p class="fm-mini">{say('table.as-of', { asOf: population.asOf })}</p>
    </>
  )
}

function Choose({ reader, say, problem, population, tables, typed, errors }: RepresentationPageProps) {
  if (tables.length === 0) {
    return (
      <Section id="choose" title={say('choose.title')} size="aside">
        <p class="fm-small">{say('choose.no-tables')}</p>
        <ButtonLink href={reader.to('arena.populations')} size="sm" variant="secondary">
          {say('choose.to-tables')}
        </ButtonLink>
      </Section>
    )
  }
  return (
    <Section id="choose" title={say('choose.title')} size="aside">
      <Form action={reader.to('arena.choose-population', { problem: problem.slug })} labelledBy="choose">
        <Select
          name="population"
          label={say('choose.table')}
          none={say('choose.none')}
          value={population?.id}
          options={tables.map(({ id, name, asOf }) => ({ value: id, label: `${name} (${asOf})` }))}
          required
          {...{ typed, errors }}
        />
        <Button size="sm" variant="secondary">
          {say('choose.send')}
        </Button>
      </Form>
      <p class="fm-small">
        <a href={reader.to('arena.populations')}>{say('choose.to-tables')}</a>
      </p>
    </Section>
  )
}
