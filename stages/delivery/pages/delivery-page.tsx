import {
  Actions,
  ButtonLink,
  Empty,
  ErrorSummary,
  Head,
  List,
  ProgressBar,
  Row,
  Section,
  Stack,
  Table,
  Said,
} from '../../../ui/index.ts'
import { moneyWords, Owner, partOf, standingNow, StandingTag } from './parts.tsx'
import { Pledges } from '../pledges/pages/pledges.tsx'
import { ToldCommitments } from './told-commitments.tsx'
import type { Commitment } from '../store.ts'
import type { DeliveryPageProps } from './delivery-props.ts'

/** Carrying it out: every promise with its owner, its money and its days. */
export function DeliveryPage(props: DeliveryPageProps) {
  const { reader, say, errors, problem, commitments, toldStatus, uncovered, may } = props
  const slug = { problem: problem.slug }
  const isTold = problem.source !== null && commitments.every(({ source }) => source !== null)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={isTold ? (toldStatus ?? undefined) : commitments.length > 0 ? sum(props) : undefined}
      />
      {commitments.length > 0 ? (
        isTold ? (
          <ToldCommitments {...props} />
        ) : (
          <Commitments {...props} />
        )
      ) : uncovered.length > 0 ? null : (
        <Empty
          title={say(isTold ? 'page.empty-told' : 'page.empty')}
          level={2}
          action={
            <ButtonLink href={reader.to('decision.page', slug)} variant="secondary">
              {say('page.read-answer')}
            </ButtonLink>
          }
        >
          {say(isTold ? (toldStatus === null ? 'journey.unknown' : 'journey.later-unknown') : 'page.empty-next')}
        </Empty>
      )}
      <Drafts {...props} />
      <Uncovered {...props} />
      {may.commit || may.pledge || may.signInToPledge ? (
        <Actions>
          {may.commit ? (
            <ButtonLink href={reader.to('delivery.new', slug)} variant={uncovered.length > 0 ? 'secondary' : 'primary'}>
              {say('page.new')}
            </ButtonLink>
          ) : null}
          {may.pledge ? (
            <ButtonLink href={reader.to('delivery.pledging', slug)} variant={may.commit ? 'secondary' : 'primary'}>
              {say('page.pledge')}
            </ButtonLink>
          ) : null}
          {may.signInToPledge ? (
            <ButtonLink href={reader.to('sign-in')} variant="secondary">
              {say('page.sign-in-to-pledge')}
            </ButtonLink>
          ) : null}
        </Actions>
      ) : null}
      <Pledges {...props} />
      {isTold ? null : (
        <p>
          <a class="fm-link" href={reader.to('delivery.monitors', slug)}>
            {say('page.monitors')}
          </a>
        </p>
      )}
    </>
  )
}

/** What waits for a politician to make it hers; only those who prepare such things see it. */
function Drafts({ reader, say, problem, drafts }: DeliveryPageProps) {
  if (drafts.length === 0) return null
  return (
    <Section id="drafts" title={say('draft.list')} lead={say('draft.list-lead')}>
      <List
        items={drafts.map((draft) => (
          <a href={reader.to('delivery.commitment', { problem: problem.slug, number: draft.number })}>{draft.title}</a>
        ))}
      />
    </Section>
  )
}

function sum({ say, commitments, today }: DeliveryPageProps): string {
  const stands = commitments.map((commitment) => standingNow({ commitment, today }))
  const count = (which: string): number => stands.filter((stand) => stand === which).length
  return say('page.sum', {
    count: commitments.length,
    kept: count('kept'),
    open: count('promised') + count('reopened'),
    late: count('late'),
    unknown: count('unknown'),
  })
}

function Commitments(props: DeliveryPageProps) {
  const { reader, say, today, problem, commitments, owners } = props
  return (
    <Section id="commitments" title={say('page.commitments')}>
      <ProgressBar
        label={sum(props)}
        parts={commitments.map((commitment) => partOf(standingNow({ commitment, today })))}
      />
      <p class="fm-mini">{say('page.bar-key')}</p>
      <Table
        caption={say('page.commitments')}
        isCaptionHidden
        columns={[
          say('column.what'),
          say('column.who'),
          say('column.money'),
          say('column.by-when'),
          say('column.state'),
        ].map((label) => ({ label }))}
        rows={commitments.map((commitment) => ({
          cells: [
            <a href={reader.to('delivery.commitment', { problem: problem.slug, number: commitment.number })}>
              {commitment.title}
            </a>,
            <Owner
              reader={reader}
              commitment={commitment}
              owner={commitment.owner ? owners.get(commitment.owner) : undefined}
            />,
            moneyWords(commitment, { say, reader }),
            <When {...props} commitment={commitment} />,
            <StandingTag say={say} commitment={commitment} today={today} />,
          ],
        }))}
      />
    </Section>
  )
}

/** The last day, how far away it is while it is open, and the day of the next report. */
function When({ reader, say, today, commitment }: DeliveryPageProps & { readonly commitment: Commitment }) {
  const last = commitment.milestones.at(-1)
  const stand = standingNow({ commitment, today })
  const isOpen = stand === 'promised' || stand === 'late' || stand === 'reopened'
  return (
    <Stack gap="2">
      <span>{last ? reader.time.day(last.dueOn) : reader.common('unknown')}</span>
      {isOpen && last && last.reachedOn === null ? <span class="fm-mini">{reader.time.left(last.dueOn)}</span> : null}
      {isOpen && commitment.nextReportOn ? (
        <span class="fm-mini">
          {say('page.next-report', {
            day: reader.time.day(commitment.nextReportOn),
            left: reader.time.left(commitment.nextReportOn),
          })}
        </span>
      ) : null}
    </Stack>
  )
}

/** What was accepted and has no promise yet: in sight of everybody, and one press from being written. */
function Uncovered({ reader, say, problem, uncovered, may }: DeliveryPageProps) {
  if (uncovered.length === 0) return null
  return (
    <Section id="uncovered" title={say('uncovered.title')} lead={say('uncovered.lead')}>
      <List
        items={uncovered.map((one) => (
          <Row isSpread>
            <a href={reader.to('decision.recommendation', { problem: problem.slug, number: one.number })}>
              {say('commitment.recommendation', one)}
            </a>
            {may.commit ? (
              <ButtonLink
                size="sm"
                href={`${reader.to('delivery.new', { problem: problem.slug })}?recommendation=${one.number}`}
              >
                {say('uncovered.write', { number: one.number })}
              </ButtonLink>
            ) : null}
          </Row>
        ))}
      />
    </Section>
  )
}
