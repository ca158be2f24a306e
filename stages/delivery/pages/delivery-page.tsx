import { Actions, ButtonLink, Empty, ErrorSummary, Head, ProgressBar, Section, Table } from '../../../ui/index.ts'
import { moneyWords, Owner, partOf, standingNow, StandingTag } from './parts.tsx'
import { Pledges } from './pledges.tsx'
import type { DeliveryPageProps } from './delivery-props.ts'

/** Carrying it out: every promise with its owner, its money and its days. */
export function DeliveryPage(props: DeliveryPageProps) {
  const { reader, say, errors, problem, commitments, may } = props
  const slug = { problem: problem.slug }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('page.title')} lead={commitments.length > 0 ? sum(props) : undefined} />
      {commitments.length === 0 ? (
        <Empty title={say('page.empty')} level={2}>
          {say('page.empty-next')}
        </Empty>
      ) : (
        <Commitments {...props} />
      )}
      {may.commit || (may.pledge && commitments.length > 0) ? (
        <Actions>
          {may.commit ? <ButtonLink href={reader.to('delivery.new', slug)}>{say('page.new')}</ButtonLink> : null}
          {may.pledge && commitments.length > 0 ? (
            <ButtonLink href={reader.to('delivery.pledging', slug)} variant={may.commit ? 'secondary' : 'primary'}>
              {say('page.pledge')}
            </ButtonLink>
          ) : null}
        </Actions>
      ) : null}
      <Pledges {...props} />
    </>
  )
}

function sum({ say, commitments, today }: DeliveryPageProps): string {
  const stands = commitments.map((commitment) => standingNow({ commitment, today }))
  const count = (which: string): number => stands.filter((stand) => stand === which).length
  return say('page.sum', { count: commitments.length, kept: count('kept'), late: count('late') })
}

function Commitments(props: DeliveryPageProps) {
  const { reader, say, today, problem, commitments, owners } = props
  const due = (day: Temporal.PlainDate | undefined): string => (day ? reader.time.day(day) : reader.common('unknown'))
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
            due(commitment.milestones.at(-1)?.dueOn),
            <StandingTag say={say} commitment={commitment} today={today} />,
          ],
        }))}
      />
    </Section>
  )
}
