import { Section, Table } from '../../../ui/index.ts'
import type { DeliveryPageProps } from './delivery-props.ts'
import { StandingTag } from './parts.tsx'

/** What sources tell of carrying it out: no progress of ours, no clock, and no column in which nothing is known. */
export function ToldCommitments({ reader, say, today, problem, commitments }: DeliveryPageProps) {
  return (
    <Section id="commitments" title={say('page.commitments-told')}>
      <Table
        caption={say('page.commitments-told')}
        isCaptionHidden
        columns={[
          { label: say('column.what'), width: 'most' },
          { label: say('column.by-when') },
          { label: say('column.state') },
        ]}
        rows={commitments.map((commitment) => {
          const last = commitment.milestones.at(-1)
          return {
            cells: [
              <a href={reader.to('delivery.commitment', { problem: problem.slug, number: commitment.number })}>
                {commitment.title}
              </a>,
              last ? reader.time.day(last.dueOn) : reader.common('unknown'),
              <StandingTag say={say} commitment={commitment} today={today} />,
            ],
          }
        })}
      />
    </Section>
  )
}
