import { shownAs } from '../../../problem/index.ts'
import { Section, Stack, StateTag, Table } from '../../../../ui/index.ts'
import type { Pledge } from '../store.ts'
import type { DeliveryPageProps } from '../../pages/delivery-props.ts'
import { Delivered, SettleForm } from './settle-form.tsx'

export const pledgeLooks = {
  promised: { icon: 'hand', color: 'brand1' },
  kept: { icon: 'agree', color: 'success' },
  'not-kept': { icon: 'disagree', color: 'neutral' },
} as const

/** What associations, firms and residents bring, and whether they brought it. */
export function Pledges(props: DeliveryPageProps) {
  const { say, pledges, commitments, hidden, reader, may, proofs } = props
  if (pledges.length === 0) return null
  const titles = new Map(commitments.map((commitment) => [commitment.id, commitment.title]))
  const seen = pledges.filter((pledge) => !hidden.has(pledge.id))
  return (
    <Section id="pledges" title={say('pledges.title')} lead={say('pledges.lead')}>
      <Table
        caption={say('pledges.title')}
        isCaptionHidden
        columns={[
          say('pledges.what'),
          say('pledges.who'),
          say('pledges.how-much'),
          say('pledges.by'),
          say('pledges.state'),
        ].map((label) => ({ label }))}
        rows={seen.map((pledge) => ({
          id: `pledge-${pledge.number}`,
          cells: [
            <Stack gap="2">
              <span>{pledge.what}</span>
              <span class="fm-mini">{titles.get(pledge.commitment)}</span>
            </Stack>,
            <Pledger {...props} pledge={pledge} />,
            pledge.howMuch || reader.common('unknown'),
            pledge.byDay ? reader.time.day(pledge.byDay) : reader.common('unknown'),
            <Stack gap="2">
              <StateTag {...pledgeLooks[pledge.state]}>{say(`pledge.${pledge.state}`)}</StateTag>
              <Delivered reader={reader} say={say} pledge={pledge} proofs={proofs.get(pledge.id) ?? []} />
            </Stack>,
          ],
        }))}
      />
      {hidden.size > 0 && seen.length < pledges.length ? (
        <p class="fm-mini">{say('pledges.hidden', { count: pledges.length - seen.length })}</p>
      ) : null}
      {reader.actor.account !== null && seen.some(({ pledgedBy }) => pledgedBy === reader.actor.account) ? (
        <p>
          <a class="fm-link" href={reader.to('delivery.own-pledges')}>
            {say('own.title')}
          </a>
        </p>
      ) : null}
      {seen
        .filter((pledge) => pledge.state === 'promised' && may.settle(pledge))
        .map((pledge) => (
          <SettleForm {...props} pledge={pledge} question={undefined} isOpen={false} />
        ))}
    </Section>
  )
}

/** An organisation's name leads to what it has declared, or it is said that it has not. */
function Pledger(props: DeliveryPageProps & { readonly pledge: Pledge }) {
  const { authors, reader, pledge } = props
  const byline = pledge.pledgedBy ? authors.get(pledge.pledgedBy) : undefined
  const name = pledgerName(props, pledge)
  if (byline?.shape !== 'organisation') return <>{name}</>
  return (
    <Stack gap="2">
      <a href={shownAs(reader, byline).href}>{name}</a>
      {byline.declaration === null ? <span class="fm-mini">{reader.common('undeclared')}</span> : null}
    </Stack>
  )
}

function pledgerName({ authors, reader }: DeliveryPageProps, { pledgedBy, pledger }: Pledge): string {
  const byline = pledgedBy ? authors.get(pledgedBy) : undefined
  if (!byline) return pledger || reader.common('unknown')
  return byline.shape === 'organisation' && byline.of ? byline.of : byline.name
}
