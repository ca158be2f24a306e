import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  ButtonLink,
  Empty,
  ErrorSummary,
  Head,
  Section,
  Stack,
  StateTag,
  Table,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayDelivery } from '../../messages/words.ts'
import type { Pledge } from '../store.ts'
import { pledgeLooks } from './pledges.tsx'
import { Delivered, SettleForm, type Proof } from './settle-form.tsx'

export type OwnPledge = Pledge & { readonly question: string }

export type OwnPledgesPageProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly today: Temporal.PlainDate
  readonly typed: Typed
  readonly errors: Errors
  /** The association she speaks for; '' where she speaks for herself. */
  readonly of: string
  readonly pledges: readonly OwnPledge[]
  readonly proofs: ReadonlyMap<Id, readonly Proof[]>
}

/** What you, or your association, said you would bring: what is open first, each one press from being reported. */
export function OwnPledgesPage(props: OwnPledgesPageProps) {
  const { reader, say, errors, of, pledges } = props
  const open = pledges.filter(({ state }) => state === 'promised')
  const settled = pledges.filter(({ state }) => state !== 'promised')
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={of || undefined}
        title={say('own.title')}
        lead={pledges.length > 0 ? say('own.sum', { open: open.length, settled: settled.length }) : undefined}
      />
      {pledges.length === 0 ? (
        <Empty
          title={say('own.empty')}
          level={2}
          action={
            <ButtonLink href={reader.to('cases')} variant="secondary">
              {say('own.empty-act')}
            </ButtonLink>
          }
        >
          {say('own.empty-next')}
        </Empty>
      ) : null}
      {open.length > 0 ? (
        <Section id="open" title={say('own.open')} lead={say('own.open-lead')}>
          {open.map((pledge) => (
            <Stack gap="2">
              <SettleForm {...props} pledge={pledge} question={pledge.question} isOpen />
              {pledge.byDay ? (
                <p class="fm-mini">
                  {say('milestones.due', { day: reader.time.day(pledge.byDay) })}, {reader.time.left(pledge.byDay)}
                </p>
              ) : null}
            </Stack>
          ))}
        </Section>
      ) : null}
      {settled.length > 0 ? <Settled {...props} pledges={settled} /> : null}
    </>
  )
}

function Settled({ reader, say, pledges, proofs }: OwnPledgesPageProps) {
  return (
    <Section id="settled" title={say('own.settled')}>
      <Table
        caption={say('own.settled')}
        isCaptionHidden
        columns={[say('pledges.what'), say('pledges.how-much'), say('pledges.state')].map((label) => ({ label }))}
        rows={pledges.map((pledge) => ({
          cells: [
            <Stack gap="2">
              <a href={reader.to('delivery.page', { problem: pledge.slug })}>{pledge.what}</a>
              <span class="fm-mini">{pledge.question}</span>
            </Stack>,
            pledge.howMuch || reader.common('unknown'),
            <Stack gap="2">
              <StateTag {...pledgeLooks[pledge.state]}>{say(`pledge.${pledge.state}`)}</StateTag>
              <Delivered reader={reader} say={say} pledge={pledge} proofs={proofs.get(pledge.id) ?? []} />
            </Stack>,
          ],
        }))}
      />
    </Section>
  )
}
