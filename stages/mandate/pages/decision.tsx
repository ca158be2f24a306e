import type { Resolution } from '../../../platform/directory/index.ts'
import { Button, Form, HiddenField, Panel, Prose, Row, Seats, Section, Stack, StateTag } from '../../../ui/index.ts'
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
  const { reader, say, bodyName, vote, draft, may } = props
  const isPending = draft?.pendingResolution === vote.id
  const day = vote.decidedOn ? reader.time.day(vote.decidedOn) : reader.common('unknown')
  return (
    <Stack gap="2">
      <Row>
        <VoteState {...props} isPending={isPending} />
      </Row>
      <p class="fm-small">{say('vote.body', { body: bodyName(vote.body), day })}</p>
      <Counts {...props} />
      <Prose text={vote.motion} size="small" />
      {vote.reference ? <p class="fm-mini">{say('vote.reference', { reference: vote.reference })}</p> : null}
      {vote.dissent ? <p class="fm-small">{say('vote.dissent', { words: vote.dissent })}</p> : null}
      {isPending && may.confirm ? <ConfirmForm {...props} /> : null}
    </Stack>
  )
}

type VoteProps = MandatePageProps & { readonly vote: Resolution }

function VoteState({ say, vote, isPending }: VoteProps & { readonly isPending: boolean }) {
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
      {say(vote.isCarried ? 'vote.carried' : 'vote.not-carried')}
    </StateTag>
  )
}

function Counts({ say, vote: { votesFor, votesAgainst, abstentions, isCarried } }: VoteProps) {
  if (isCarried === null) return <p class="fm-small">{say('vote.no-vote-known')}</p>
  if (votesFor === null || votesAgainst === null) return <p class="fm-small">{say('vote.counts-unknown')}</p>
  const words = say('vote.counts', { for: votesFor, against: votesAgainst, abstentions: abstentions ?? 0 })
  return (
    <>
      <Seats
        label={words}
        seats={[
          { role: 'politician', count: votesFor },
          { role: 'politician', count: votesAgainst, isAgainst: true },
        ]}
      />
      <p class="fm-small">{words}</p>
    </>
  )
}

function ConfirmForm({ reader, say, bodyName, problem, vote }: VoteProps) {
  const title = say('vote.confirm-title', { body: bodyName(vote.body) })
  return (
    <Panel>
      <h3 id="confirm" class="fm-h-aside">
        {title}
      </h3>
      <p class="fm-small">{say('vote.confirm-lead')}</p>
      <Form action={reader.to('mandate.confirm-adoption', { problem: problem.slug })} labelledBy="confirm">
        <HiddenField name="resolution" value={vote.id} />
        <Button>{say('vote.confirm')}</Button>
      </Form>
    </Panel>
  )
}
