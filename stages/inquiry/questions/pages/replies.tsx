import { Note, PersonChip, Prose, Quote, Row, Section, Stack, StaffNote } from '../../../../ui/index.ts'
import { AuthorChip } from '../../../meeting/index.ts'
import { isUnsaid, silentAfterDays } from '../rules.ts'
import type { Round } from '../store.ts'
import { LikeWords } from './like-words.tsx'
import { askedPerson } from '../../pages/people.ts'
import type { QuestionPageProps } from './question-props.ts'

/** Each answer that was given, and what the asker said to it. */
export function Replies(props: QuestionPageProps) {
  const { say, rounds } = props
  const given = rounds.filter((round) => round.reply !== null)
  return (
    <Section id="answers" title={say('answers.title', { count: given.length })}>
      {given.length === 0 ? (
        <p class="fm-muted">{say('answers.none')}</p>
      ) : (
        given.map((round) => <Reply {...props} given={round} />)
      )}
    </Section>
  )
}

function Reply({
  reader,
  say,
  now,
  hidden,
  likes,
  question,
  given,
  people,
  authors,
}: QuestionPageProps & { readonly given: Round }) {
  const text = <Prose text={given.reply ?? ''} />
  const author = given.repliedBy ? authors.get(given.repliedBy) : undefined
  const day = dayOf({ reader, say, question, given })
  const politician = askedPerson({ reader, people, to: given.repliedByPerson })
  return (
    <div class="fm-stack fm-stack--3">
      {given.isStaff ? (
        <StaffNote label={say('answers.staff-text')} by={day}>
          <Stack gap="3">
            {text}
            {author ? <AuthorChip reader={reader} author={author} /> : null}
          </Stack>
        </StaffNote>
      ) : (
        <Quote
          by={
            <Row>
              <PersonChip {...politician} size="s" />
              <span>{day}</span>
            </Row>
          }
        >
          {text}
        </Quote>
      )}
      {likes
        .filter(({ round, isStored }) => isStored && round === given.round)
        .map((like) => (
          <Note icon="info">
            <p>
              <LikeWords {...{ say, reader, like }} />
            </p>
          </Note>
        ))}
      <Verdict {...{ say, now, given }} isTold={question.source !== null} isHidden={hidden !== undefined} />
    </div>
  )
}

function dayOf({
  reader,
  say,
  question,
  given,
}: Pick<QuestionPageProps, 'reader' | 'say' | 'question'> & { readonly given: Round }): string {
  const at = question.source === null ? given.repliedAt : given.repliedOn
  if (!at) return say('question.day-unknown')
  return say('answers.on', { day: reader.time.day(at) })
}

type VerdictProps = Pick<QuestionPageProps, 'say' | 'now'> & {
  readonly given: Round
  readonly isTold: boolean
  /** Hidden, her words on the answer are, too; that she said yes or no stays. */
  readonly isHidden: boolean
}

function Verdict({ say, now, given, isTold, isHidden }: VerdictProps) {
  if (isTold) return null
  if (given.isAnswer === null)
    return (
      <p class="fm-mini">
        {isUnsaid(given, now) ? say('verdict.unsaid', { days: silentAfterDays }) : say('verdict.open')}
      </p>
    )
  return (
    <Note icon={given.isAnswer ? 'agree' : 'undo'}>
      <p>
        <strong>{say(given.isAnswer ? 'verdict.yes' : 'verdict.no')}</strong>
      </p>
      {given.judgement && !isHidden ? <p>{given.judgement}</p> : null}
    </Note>
  )
}
