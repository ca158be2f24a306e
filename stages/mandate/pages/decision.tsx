import type { Resolution } from '../../../platform/directory/index.ts'
import { countsOf, dissentOf, namesOf, resultOf } from '../../../platform/directory/votes/saying.ts'
import {
  Button,
  Details,
  Form,
  HiddenField,
  Panel,
  Prose,
  Row,
  Section,
  StateTag,
  TextArea,
  VoteCounts,
  VoteNames,
} from '../../../ui/index.ts'
import { WarningList } from '../warnings/pages/warning-list.tsx'
import type { MandatePageProps } from './props.ts'

/** The body's decision with its vote and reference; what is not confirmed says so (R1). */
export function Decision(props: MandatePageProps) {
  const { say, votes, adopted } = props
  return (
    <Section id="decision" title={say('vote.title')} size="aside">
      {votes.length === 0 ? <p class="fm-small">{say(adopted ? 'vote.unknown' : 'vote.none')}</p> : null}
      {votes.map((vote) => (
        <Vote {...props} vote={vote} />
      ))}
    </Section>
  )
}

function Vote(props: MandatePageProps & { readonly vote: Resolution }) {
  const { reader, say, bodyName, vote, draft, warned, lowerings, may } = props
  const isPending = draft?.pendingResolution === vote.id
  const isVoid = vote.confirmedAt === null && vote.source === null && !isPending
  const day = vote.decidedOn ? reader.time.day(vote.decidedOn) : reader.common('unknown')
  return (
    // On paper only what counts or still may.
    <div class={isVoid ? 'fm-stack fm-stack--2 fm-noprint' : 'fm-stack fm-stack--2'}>
      <Row>
        <VoteState {...props} isPending={isPending} />
      </Row>
      <p class="fm-small">{say('vote.body', { body: bodyName(vote.body), day })}</p>
      <VoteCounts {...countsOf(reader.lang, vote)} />
      <Names {...props} />
      <Prose text={vote.motion} size="small" />
      {vote.reference ? <p class="fm-mini">{say('vote.reference', { reference: vote.reference })}</p> : null}
      {vote.dissent ? <p class="fm-small">{dissentOf(reader.lang, vote)}</p> : null}
      {lowerings.has(vote.id) ? (
        <p class="fm-small">{say('vote.lowering', { reason: lowerings.get(vote.id) ?? '' })}</p>
      ) : null}
      <WithdrawnLine {...props} />
      {vote.confirmedAt === null ? null : (
        <WarningList {...props} warnings={warned.get(vote.id) ?? []} title={say('warning.was')} />
      )}
      {isPending && may.confirm ? <ConfirmForm {...props} /> : null}
      {isPending && may.withdraw ? <WithdrawForm {...props} /> : null}
    </div>
  )
}

type VoteProps = MandatePageProps & { readonly vote: Resolution }

function VoteState({ reader, say, vote, isPending, withdrawals }: VoteProps & { readonly isPending: boolean }) {
  if (withdrawals.some(({ resolution }) => resolution === vote.id))
    return (
      <StateTag icon="undo" color="neutral">
        {say('vote.withdrawn')}
      </StateTag>
    )
  if (vote.confirmedAt === null) {
    return (
      <StateTag icon="clock" color={isPending ? 'brand1' : 'neutral'}>
        {say(isPending ? 'vote.waits' : 'vote.outdated')}
      </StateTag>
    )
  }
  if (vote.isCarried === null) return null
  return (
    <StateTag icon={vote.isCarried ? 'agree' : 'disagree'} color={vote.isCarried ? 'success' : 'neutral'}>
      {resultOf(reader.lang, vote)}
    </StateTag>
  )
}

/** Who voted how, where the body votes by name. */
function Names({ reader, vote, named }: VoteProps) {
  const own = named.filter(({ resolution }) => resolution === vote.id)
  return <VoteNames {...namesOf(reader, own)} />
}

function WithdrawnLine({ reader, say, vote, withdrawals, withdrawers }: VoteProps) {
  const taken = withdrawals.find(({ resolution }) => resolution === vote.id)
  if (!taken) return null
  const name = withdrawers.get(taken.by)?.name || reader.common('unknown')
  return (
    <p class="fm-small">{say('vote.withdrawn-line', { name, day: reader.time.day(taken.at), reason: taken.reason })}</p>
  )
}

/** Whoever wrote the record, or the chair, may take it back while it waits. */
function WithdrawForm({ reader, say, problem, vote, errors }: VoteProps) {
  return (
    <Details summary={say('withdraw.title')} isOpen={errors.some(({ field }) => field === 'withdrawalReason')}>
      <p class="fm-small">{say('withdraw.lead')}</p>
      <Form action={reader.to('mandate.withdraw', { problem: problem.slug })} label={say('withdraw.title')}>
        <HiddenField name="resolution" value={vote.id} />
        <TextArea
          name="withdrawalReason"
          label={say('withdraw.reason')}
          rows={2}
          maxLength={1000}
          required
          errors={errors}
        />
        <Button variant="secondary">{say('withdraw.send')}</Button>
      </Form>
    </Details>
  )
}

function ConfirmForm({ reader, say, bodyName, problem, vote, hearers, warnings }: VoteProps) {
  const title = say('vote.confirm-title', { body: bodyName(vote.body) })
  return (
    <Panel>
      <h3 id="confirm" class="fm-h-aside">
        {title}
      </h3>
      <p class="fm-small">{say('vote.confirm-lead')}</p>
      <p class="fm-small">{say('vote.hearers', { count: hearers })}</p>
      <WarningList reader={reader} say={say} warnings={warnings} title={say('warning.title')} />
      <Form action={reader.to('mandate.confirm-adoption', { problem: problem.slug })} labelledBy="confirm">
        <HiddenField name="resolution" value={vote.id} />
        <Button>{say('vote.confirm')}</Button>
      </Form>
    </Panel>
  )
}
