import { Answer, ButtonLink } from '../../../../ui/index.ts'
import { answerWords, bigLooks, PackageClock, Signer } from '../../pages/parts.tsx'
import { isProposed } from '../../rules.ts'
import { VoteRecord } from '../../voting/pages/votes.tsx'
import { Reasons } from './reasons.tsx'
import type { RecommendationPageProps } from './recommendation-props.ts'

/** The body's answer to one recommendation, big: what it is, who signed it, by when, and how the body voted. */
export function TheAnswer(props: RecommendationPageProps) {
  const { reader, say, item, problem, pack, now, today, standing, people, mayAnswer, votes, minutes } = props
  const { answer } = item
  const look = isProposed(answer) ? bigLooks.waiting : bigLooks[answer?.kind ?? 'waiting']
  const press = mayAnswer ? (
    <p>
      <ButtonLink href={reader.to('decision.answering', { problem: problem.slug, number: item.number })}>
        {say(answer ? 'rec.revise' : 'rec.answer', { number: item.number })}
      </ButtonLink>
    </p>
  ) : null
  const facts = [
    answer?.person ? <Signer reader={reader} person={people.get(answer.person)} /> : null,
    pack.source === null ? (
      <PackageClock
        reader={reader}
        say={say}
        pack={pack}
        now={now}
        today={today}
        standings={standing ? [standing] : []}
      />
    ) : null,
    ...votes
      .filter((vote) => vote.confirmedAt !== null)
      .map((vote) => <VoteRecord reader={reader} say={say} vote={vote} minutes={minutes.get(vote.id) ?? null} />),
  ].filter((fact) => fact !== null)
  return (
    <Answer
      id="answer"
      kind={look}
      eyebrow={say('page.title')}
      title={answerWords(say, answer)}
      lead={lead(props)}
      facts={facts}
    >
      {answer ? <Reasons {...props} answer={answer} /> : null}
      {press}
    </Answer>
  )
}

/** What the state means, in one sentence. */
function lead({ reader, say, item, pack, hasComeBack }: RecommendationPageProps): string {
  const { answer } = item
  const day = (on: Temporal.PlainDate | null): string => (on ? reader.time.weekday(on) : reader.common('unknown'))
  if (!answer) return say('lead.waiting')
  // What a source tells in the past promises nothing here.
  if (pack.source !== null) return say(`lead-told.${answer.kind}`, { to: answer.referTo || reader.common('unknown') })
  if (isProposed(answer))
    return say(`lead-proposed.${answer.kind}`, {
      to: answer.referTo || reader.common('unknown'),
      day: day(answer.referBy),
    })
  switch (answer.kind) {
    case 'refer':
      if (hasComeBack) return say('lead.refer-back', { to: answer.referTo })
      return say('lead.refer', { to: answer.referTo || reader.common('unknown'), day: day(answer.referBy) })
    case 'park':
      return say('lead.park', { day: day(answer.parkUntil) })
    default:
      return say(`lead.${answer.kind}`)
  }
}
