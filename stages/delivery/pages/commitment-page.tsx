import {
  ButtonLink,
  Empty,
  ErrorSummary,
  FactList,
  Head,
  Linked,
  List,
  ProgressBar,
  Prose,
  Row,
  Section,
  Stack,
  StaffLabel,
  StaffNote,
  StateTag,
  TopAndBeside,
  TraceChip,
  TraceRow,
} from '../../../ui/index.ts'
import type { Report } from '../report-store.ts'
import type { MilestoneRow } from '../store.ts'
import { ReachForm, ReportForm } from './commitment-forms.tsx'
import { moneyWords, Owner, StandingTag } from './parts.tsx'
import type { CommitmentPageProps } from './commitment-props.ts'

/** One promise: who, what money, which days, and how it goes. */
export function CommitmentPage(props: CommitmentPageProps) {
  const { reader, say, errors, problem, commitment, recommendation, today, may } = props
  const slug = { problem: problem.slug }
  const isTold = commitment.source !== null
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={
          isTold
            ? problem.question
            : say('commitment.eyebrow', { number: commitment.number, question: problem.question })
        }
        title={commitment.title}
      >
        <Row>
          <StandingTag say={say} commitment={commitment} today={today} />
          {commitment.standingReason ? <span class="fm-small">{commitment.standingReason}</span> : null}
        </Row>
      </Head>
      {recommendation ? (
        <TraceRow label={say('commitment.carries-out')}>
          <TraceChip href={reader.to('decision.recommendation', { ...slug, number: recommendation.number })}>
            {say('commitment.recommendation', recommendation)}
          </TraceChip>
        </TraceRow>
      ) : null}
      <TopAndBeside
        top={<Milestones {...props} />}
        topAside={<Facts {...props} />}
        main={
          <>
            <Reports {...props} />
            {props.reopenings}
          </>
        }
        aside={
          <>
            {may.report ? <ReportForm {...props} /> : null}
            {may.report ? <ReachForm {...props} /> : null}
            {may.pledge ? (
              <p>
                <ButtonLink
                  href={`${reader.to('delivery.pledging', slug)}?commitment=${commitment.number}`}
                  variant="secondary"
                >
                  {say('page.pledge')}
                </ButtonLink>
              </p>
            ) : null}
            {isTold ? null : (
              <p class="fm-small">
                <a href={reader.to('journey', slug)}>{say('commitment.follow')}</a>
              </p>
            )}
          </>
        }
      />
    </>
  )
}

function Facts({ reader, say, commitment, owner }: CommitmentPageProps) {
  const rows = [
    { term: say('column.who'), value: <Owner reader={reader} commitment={commitment} owner={owner} /> },
    { term: say('column.money'), value: moneyWords(commitment, { say, reader }) },
    // Of what is told nobody owes a report here.
    commitment.source === null
      ? {
          term: say(commitment.standing === 'reopened' ? 'commitment.answer-by' : 'commitment.next-report'),
          value: <NextReport {...{ reader, say, commitment }} />,
        }
      : { term: reader.common('source'), value: <Linked text={commitment.source} /> },
  ]
  return <FactList rows={rows} />
}

function NextReport({ reader, say, commitment }: Pick<CommitmentPageProps, 'reader' | 'say' | 'commitment'>) {
  if (commitment.nextReportOn === null) return <>{say('commitment.no-report')}</>
  return (
    <>
      {reader.time.day(commitment.nextReportOn)}
      <br />
      <span class="fm-mini">{reader.time.left(commitment.nextReportOn)}</span>
    </>
  )
}

function Milestones(props: CommitmentPageProps) {
  const { say, commitment } = props
  const { milestones } = commitment
  if (milestones.length === 0) return null
  const reached = milestones.filter((milestone) => milestone.reachedOn !== null).length
  return (
    <Section id="milestones" title={say('milestones.title')}>
      <ProgressBar
        label={say('milestones.sum', { reached, count: milestones.length })}
        parts={milestones.map((one) => milestoneState(props, one).part)}
      />
      <List
        isOrdered
        items={milestones.map((milestone) => (
          <MilestoneLine {...props} milestone={milestone} />
        ))}
      />
    </Section>
  )
}

/** Only an open day that has passed is late. */
function milestoneState({ commitment, today }: CommitmentPageProps, { dueOn, reachedOn }: MilestoneRow) {
  if (reachedOn !== null) return { part: 'done', icon: 'agree', color: 'success', key: 'milestones.reached' } as const
  const isLate = commitment.source === null && Temporal.PlainDate.compare(dueOn, today) < 0
  return isLate
    ? ({ part: 'late', icon: 'late', color: 'danger', key: 'milestones.late' } as const)
    : ({ part: 'doing', icon: 'now', color: 'brand1', key: 'milestones.open' } as const)
}

function MilestoneLine(props: CommitmentPageProps & { readonly milestone: MilestoneRow }) {
  const { reader, say, milestone } = props
  const { icon, color, key } = milestoneState(props, milestone)
  return (
    <Row isSpread>
      <Stack gap="2">
        <span>{milestone.what}</span>
        <span class="fm-mini">{say('milestones.due', { day: reader.time.day(milestone.dueOn) })}</span>
        {milestone.reachedAs === null ? null : (
          <span class="fm-mini">
            {milestone.reachedAs === 'staff' ? (
              <StaffLabel>{say('milestones.by-staff')}</StaffLabel>
            ) : (
              say(`milestones.by-${milestone.reachedAs}`)
            )}
          </span>
        )}
      </Stack>
      <StateTag icon={icon} color={color}>
        {milestone.reachedOn ? say('milestones.reached-on', { day: reader.time.day(milestone.reachedOn) }) : say(key)}
      </StateTag>
    </Row>
  )
}

function Reports({ reader, say, commitment, reports, authors }: CommitmentPageProps) {
  if (reports.length === 0 && commitment.source !== null) return <></>
  if (reports.length === 0) {
    return (
      <Section id="reports" title={say('reports.title')}>
        <Empty title={say('reports.empty')}>{say('reports.empty-next')}</Empty>
      </Section>
    )
  }
  const by = (report: Report): string =>
    say('reports.by', { name: (report.by && authors.get(report.by)?.name) ?? '', day: reader.time.day(report.at) })
  return (
    <Section id="reports" title={say('reports.title')}>
      {reports.map((report) => (
        <Stack gap="2">
          <h3 id={`report-${report.number}`}>
            {say('reports.number', { number: report.number, state: say(`state.${report.standing}`) })}
          </h3>
          {report.isStaff ? (
            <StaffNote label={reader.common('staff')} by={by(report)}>
              <Prose text={report.text} />
            </StaffNote>
          ) : (
            <>
              <Prose text={report.text} />
              <p class="fm-mini">{by(report)}</p>
            </>
          )}
          {report.reason && report.reason !== report.text ? (
            <p class="fm-small">{say('reports.reason', { reason: report.reason })}</p>
          ) : null}
        </Stack>
      ))}
    </Section>
  )
}
