import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  Columns,
  ErrorSummary,
  Form,
  Head,
  PersonChip,
  Prose,
  Radios,
  Section,
  TextArea,
  Said,
} from '../../../../ui/index.ts'
import { AuthorChip, HiddenText, ReportThis } from '../../../meeting/index.ts'
import { BecameLink } from '../../../problem/index.ts'
import { Deadline } from '../../pages/deadline.tsx'
import { askedPerson } from '../../pages/people.ts'
import { LikeWords } from './like-words.tsx'
import { Replies } from './replies.tsx'
import { QuestionTag } from './state-tag.tsx'
import type { QuestionPageProps } from './question-props.ts'

/** One question: who asked whom, its clock, each answer, and whether it answered. */
export function QuestionPage(props: QuestionPageProps) {
  const { reader, say, now, errors, question, people, hidden, may } = props
  const about = say('questions.number', { number: question.number })
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={about} title={hidden ? about : <Said lang={question.language}>{question.question}</Said>}>
        <p>
          <QuestionTag lang={reader.lang} question={question} now={now} />
        </p>
        {may.answer || may.judge ? (
          <Actions>
            <ButtonLink href={may.answer ? '#answer' : '#judge'}>
              {say(may.answer ? 'answer.title' : 'judge.act')}
            </ButtonLink>
          </Actions>
        ) : null}
      </Head>
      <Columns
        main={
          <>
            {hidden ? (
              <HiddenText reader={reader} stone={hidden} />
            ) : question.background ? (
              <Section id="background" title={say('question.background')} size="mid">
                <Prose text={question.background} lang={question.language} />
              </Section>
            ) : null}
            <Replies {...props} />
            {may.answer ? <AnswerForm {...props} /> : null}
            {may.judge ? <JudgeForm {...props} /> : null}
          </>
        }
        aside={
          <>
            <Section id="asked" title={say('question.asked')} size="aside">
              <PersonChip {...askedPerson({ reader, people, to: question.to })} />
              <Deadline {...{ reader, now }} round={question} />
            </Section>
            <Asker {...props} />
            <AskToo {...props} />
            <BecameLink reader={reader} slug={props.problem.slug} thing={{ kind: 'question', id: question.id }} />
            {hidden ? null : <ReportThis reader={reader} thing={{ kind: 'question', id: question.id }} about={about} />}
          </>
        }
      />
    </>
  )
}

function Asker({ reader, say, question, authors }: QuestionPageProps) {
  const day =
    question.source === null
      ? reader.time.day(question.askedAt)
      : question.askedOn
        ? reader.time.day(question.askedOn)
        : undefined
  return (
    <Section id="asker" title={say('question.asker')} size="aside">
      {question.askedBy ? (
        <AuthorChip reader={reader} author={authors.get(question.askedBy)} />
      ) : (
        <p class="fm-small">{reader.common('unknown')}</p>
      )}
      <p class="fm-mini">{day ? say('question.asked-on', { day }) : say('question.day-unknown')}</p>
      {question.source === null ? null : (
        <div class="fm-mini">
          {reader.common('source')}: <Prose text={question.source} size="small" />
        </div>
      )}
    </Section>
  )
}

/** Who asks the same joins: counted, never listed. */
function AskToo({ reader, say, problem, question, asking, may }: QuestionPageProps) {
  const at = { problem: problem.slug, number: question.number }
  if (question.source !== null) return null
  return (
    <div class="fm-stack fm-stack--2">
      <p class="fm-small">{say('too.count', { count: asking })}</p>
      {may.join ? (
        <Form action={reader.to('inquiry.ask-too', at)} label={say('too.ask')}>
          <Button variant="secondary">{say('too.ask')}</Button>
          <p class="fm-mini">{say('too.help')}</p>
        </Form>
      ) : null}
      {may.leave ? (
        <Form action={reader.to('inquiry.ask-no-more', at)} label={say('too.leave')}>
          <Button variant="tertiary">{say('too.leave')}</Button>
        </Form>
      ) : null}
    </div>
  )
}

/** Before it is sent: what it is very like, and the tick to send it all the same. */
function VeryLike({ say, reader, likes, typed, errors }: QuestionPageProps) {
  const coming = likes.filter(({ isStored }) => !isStored)
  if (coming.length === 0) return null
  return (
    <div class="fm-panel fm-stack">
      {coming.map((like) => (
        <p>
          <LikeWords {...{ say, reader, like }} />
        </p>
      ))}
      <Checkbox name="again" label={say('like.again')} help={say('like.again-help')} {...{ typed, errors }} />
    </div>
  )
}

function AnswerForm(props: QuestionPageProps) {
  const { reader, say, problem, question, errors, typed } = props
  const isStaff = question.to === null
  return (
    <Section id="answer" title={say('answer.title')} lead={say(isStaff ? 'answer.as-staff' : 'answer.as-yourself')}>
      <Form
        action={reader.to('inquiry.answer', { problem: problem.slug, number: question.number })}
        labelledBy="answer"
      >
        <TextArea
          name="reply"
          label={say('answer.text')}
          help={say('answer.text-help')}
          rows={8}
          maxLength={8000}
          required
          typed={typed}
          errors={errors}
        />
        <VeryLike {...props} />
        <Button>{say('answer.send')}</Button>
      </Form>
    </Section>
  )
}

function JudgeForm({ reader, say, problem, question, errors, typed }: QuestionPageProps) {
  const kept = { typed, errors }
  return (
    <Section id="judge" title={say('judge.title')} lead={say('judge.lead')}>
      <Form action={reader.to('inquiry.judge', { problem: problem.slug, number: question.number })} labelledBy="judge">
        <Radios
          name="verdict"
          label={say('judge.verdict')}
          options={[
            { value: 'yes', label: say('judge.yes') },
            { value: 'no', label: say('judge.no') },
          ]}
          required
          {...kept}
        />
        <TextArea
          name="words"
          label={say('judge.words')}
          help={say('judge.words-help')}
          rows={3}
          maxLength={1000}
          {...kept}
        />
        <Button>{say('judge.send')}</Button>
      </Form>
    </Section>
  )
}
