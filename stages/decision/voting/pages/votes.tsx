import type { Child } from 'hono/jsx'
import type { Resolution } from '../../../../platform/directory/index.ts'
import { countsOf, dissentOf, namesOf, resultOf } from '../../../../platform/directory/votes/saying.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  ButtonLink,
  Linked,
  Note,
  Prose,
  Row,
  Section,
  Stack,
  StateTag,
  VoteCounts,
  VoteNames,
} from '../../../../ui/index.ts'
import type { SayDecision } from '../../messages/words.ts'
import { putIn, toVoteOn, type Vote } from '../standing.ts'
import { ConfirmForm } from '../../pages/package-forms.tsx'
import type { PackagePageProps } from '../../pages/package-props.ts'

/** What the body voted: drafts say that they do not count yet. */
export function Votes(props: PackagePageProps) {
  const { reader, say, problem, pack, votes, items, may, minutes } = props
  const mayDraft = may.draftVote && pack !== undefined && toVoteOn(items, pack).length > 0
  if (votes.length === 0 && !mayDraft) return null
  const subject = (vote: Resolution): string => {
    const item = items.find((one) => one.answer?.id === vote.about.id)
    if (item) return say(vote.source === null ? 'vote.on-recommendation' : 'vote.told-after', { number: item.number })
    return say(vote.source === null ? 'vote.on-package' : 'vote.told-whole')
  }
  return (
    <Section
      id="votes"
      title={say(pack?.source ? 'vote.title-told' : 'vote.title')}
      lead={votes.length === 0 ? say('vote.none') : undefined}
    >
      {votes.map((vote) => (
        <Stack gap="2">
          <h3 class="fm-h-aside">{subject(vote)}</h3>
          <VoteRecord reader={reader} say={say} vote={vote} minutes={minutes.get(vote.id) ?? null} />
          <PutToVote {...props} vote={vote} />
          {may.confirm.has(vote.id) ? (
            <ConfirmForm
              say={say}
              action={reader.to('decision.confirm-vote', { problem: problem.slug })}
              resolution={vote.id}
              motion={vote.motion}
            />
          ) : null}
        </Stack>
      ))}
      {votes.some(({ confirmedAt, isCarried }) => confirmedAt !== null && isCarried !== null) ? (
        <p class="fm-small">
          <a href={reader.to('decision.votes-data', { problem: problem.slug })}>{say('vote.data')}</a>
        </p>
      ) : null}
      {mayDraft ? (
        <p>
          <ButtonLink variant="secondary" href={reader.to('decision.voting', { problem: problem.slug })}>
            {say('vote.write')}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}

/** Which words were voted on, and whether they still stand. */
function PutToVote({ say, items, vote }: PackagePageProps & { readonly vote: Vote }) {
  const put = putIn(vote, items)
  if (put.length === 0) return null
  return (
    <>
      <p class="fm-mini">
        {say('vote.put', {
          answers: put.map(({ number, ballot }) => say('vote.put-answer', { number, version: ballot })).join(', '),
        })}
      </p>
      {put
        .filter(({ answer, ballot }) => answer.version !== ballot)
        .map(({ number }) => (
          <Note icon="info">{say('vote.changed-since', { number })}</Note>
        ))}
    </>
  )
}

export type VoteRecordProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly vote: Vote
  /** The minutes that lie with us. */
  readonly minutes: Child
}

/** One vote with its counts, as signs and in words. */
export function VoteRecord({ reader, say, vote, minutes }: VoteRecordProps) {
  const where = [vote.decidedOn ? reader.time.day(vote.decidedOn) : reader.common('unknown'), vote.reference]
    .filter(Boolean)
    .join(' · ')
  return (
    <Stack gap="2">
      <Prose text={vote.motion} />
      <Row>
        {vote.confirmedAt === null ? (
          <StateTag icon="clock" color="brand1">
            {say('vote.draft')}
          </StateTag>
        ) : vote.isCarried === null ? null : (
          <StateTag icon={vote.isCarried ? 'agree' : 'disagree'} color={vote.isCarried ? 'success' : 'neutral'}>
            {resultOf(reader.lang, vote)}
          </StateTag>
        )}
      </Row>
      <VoteCounts {...countsOf(reader.lang, vote)} />
      <p class="fm-mini">{where}</p>
      {vote.dissent ? <p class="fm-small">{dissentOf(reader.lang, vote)}</p> : null}
      <VoteNames {...namesOf(reader, vote.named)} />
      {vote.minutes ? (
        <p class="fm-mini">
          {say('vote.minutes')}: <Linked text={vote.minutes} />
        </p>
      ) : null}
      {minutes}
      {vote.source ? (
        <p class="fm-mini">
          {reader.common('source')}: <Linked text={vote.source} />
        </p>
      ) : null}
    </Stack>
  )
}
