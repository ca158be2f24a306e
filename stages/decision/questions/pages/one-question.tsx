import { Button, Form, Prose, Quote, Row, StateTag, TextArea } from '../../../../ui/index.ts'
import { AuthorChip, HiddenText, ReportThis } from '../../../meeting/index.ts'
import { Signer } from '../../pages/parts.tsx'
import { dayOf } from '../rules.ts'
import type { MeetingQuestion } from '../store.ts'
import type { QuestionsPageProps } from './questions-props.ts'

type OneProps = QuestionsPageProps & { readonly question: MeetingQuestion }

/** One question with who asked it, and the reply or how long it has been waited for. */
export function OneQuestion(props: OneProps) {
  const { reader, say, problem, question, authors, people, hidden, mayReply } = props
  const { id, number, about, text, language, askedBy, askedAt, reply, person, repliedAt } = question
  const stone = hidden.get(id)
  return (
    <article
      class="fm-panel fm-stack fm-stack--3"
      id={`question-${number}`}
      aria-labelledby={`question-${number}-title`}
    >
      <h3 id={`question-${number}-title`}>{say('one.number', { number })}</h3>
      <p class="fm-mini">
        {about === null ? (
          say('one.about-all')
        ) : (
          <a href={reader.to('decision.recommendation', { problem: problem.slug, number: about })}>
            {say('one.about', { number: about })}
          </a>
        )}
      </p>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <Quote
            by={
              <Row>
                <AuthorChip reader={reader} author={authors.get(askedBy)} />
                <span>{reader.time.day(askedAt)}</span>
              </Row>
            }
          >
            <Prose text={text} lang={language} />
          </Quote>
          {reply && repliedAt ? (
            <div class="fm-stack fm-stack--2">
              <h4>{say('one.reply')}</h4>
              <Signer reader={reader} person={person ? people.get(person) : undefined} />
              <Prose text={reply} />
              <p class="fm-mini">{reader.time.day(repliedAt)}</p>
            </div>
          ) : (
            <>
              {isLate(props) ? (
                <Row>
                  <StateTag icon="late" color="warning">
                    {say('one.not-answered')}
                  </StateTag>
                </Row>
              ) : null}
              <p class="fm-small">{waiting(props)}</p>
            </>
          )}
          <ReportThis reader={reader} thing={{ kind: 'meeting-question', id }} about={say('one.number', { number })} />
        </>
      )}
      {mayReply.has(number) && !stone ? <ReplyForm {...props} /> : null}
    </article>
  )
}

/** The meeting it was put for is over. */
function isLate({ reader, pack, question }: OneProps): boolean {
  const day = dayOf(pack, question.round)
  return day !== null && reader.time.daysLeft(day) < 0
}

function waiting({ reader, say, pack, question, askedOf }: OneProps): string {
  const day = dayOf(pack, question.round)
  const name = askedOf.get(question.number) ?? ''
  const days = day === null ? 0 : -reader.time.daysLeft(day)
  return days > 0 ? say('one.waiting-late', { days, name }) : say('one.waiting', { name })
}

function ReplyForm({ reader, say, problem, question: { number }, typed, errors }: OneProps) {
  // Several forms of this page have the same field: what was typed in one is not shown in the others.
  const isThis = typed['question']?.[0] === String(number)
  const within = `question-${number}`
  return (
    <Form action={reader.to('decision.reply', { problem: problem.slug, number })} label={say('reply.send', { number })}>
      <input type="hidden" name="question" value={String(number)} />
      <TextArea
        name="reply"
        within={within}
        label={say('reply.text')}
        help={say('reply.help', { name: reader.actor.name })}
        rows={4}
        maxLength={4000}
        required
        typed={isThis ? typed : {}}
        errors={isThis ? errors : []}
      />
      <Button>{say('reply.send', { number })}</Button>
    </Form>
  )
}
