import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  Checkbox,
  Form,
  Note,
  PersonChip,
  Row,
  Section,
  Select,
  StateTag,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../../meeting/index.ts'
import { evidenceWords } from '../../evidence/messages/words.ts'
import { inquiryWords } from '../../messages/words.ts'
import { noteWords } from '../../notes/messages/words.ts'
import type { SayQuestion } from '../messages/words.ts'
import type { Question } from '../store.ts'
import { CaseList } from '../../pages/case-list.tsx'
import { Deadline } from '../../pages/deadline.tsx'
import { askedPerson, type Politicians } from '../../pages/people.ts'
import { NearQuestions } from './near-questions.tsx'
import { QuestionTag } from './state-tag.tsx'

export type QuestionsPageProps = {
  readonly reader: Reader
  readonly say: SayQuestion
  readonly now: Temporal.Instant
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly questions: readonly Question[]
  readonly people: Politicians
  readonly hidden: ReadonlyMap<Id, Hidden>
  /** How many others ask the same. */
  readonly asking: ReadonlyMap<Id<'question'>, number>
  /** Near to what was typed: shown before it is asked a second time. */
  readonly near: readonly Question[]
  readonly mayAsk: boolean
  /** Told from published sources: nobody asks here. */
  readonly isTold: boolean
  /** Nobody is signed in, and this place takes questions. */
  readonly isVisitor: boolean
  /** Who can be asked today. */
  readonly seated: readonly Politician[]
  /** Asked for in the address: the form has this one chosen. */
  readonly chosen: string
  /** The deadline of a question asked now, in words. */
  readonly deadline: string
}

/** Every question of a case with its clock, and the form to ask another. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { reader, say, errors, problem, questions, mayAsk, isTold } = props
  const unknown = inquiryWords.say(reader.lang)('journey.unknown')
  return (
    <CaseList
      {...{ reader, errors, problem }}
      title={say('questions.title')}
      lead={say(isTold ? 'questions.told' : 'questions.lead')}
      add={mayAsk && { id: 'ask', title: say('ask.title') }}
      items={questions.map((question) => (
        <QuestionRow {...props} question={question} />
      ))}
      count={say('questions.count', { count: questions.length })}
      none={
        isTold ? { title: null, next: unknown } : { title: say('questions.none'), next: say('questions.none-next') }
      }
      aside={
        <>
          <Ask {...props} />
          <p>
            <a href={reader.to('inquiry.evidence', { problem: problem.slug })}>
              {evidenceWords.say(reader.lang)('desk.title')}
            </a>
          </p>
          <p>
            <a href={reader.to('inquiry.notes', { problem: problem.slug })}>
              {noteWords.say(reader.lang)('notes.title')}
            </a>
          </p>
        </>
      }
    >
      {/* She comes back to the top of the page: without a word here her question would seem to be gone. */}
      {props.near.length > 0 ? (
        <Note icon="info">
          <p>
            {say('ask.near-top')} <a href="#ask">{say('ask.near')}</a>
          </p>
        </Note>
      ) : null}
      {questions.length > 0 ? <Sum {...props} /> : null}
    </CaseList>
  )
}

/** How many wait, and how many wait too long. */
function Sum({ reader, say, now, questions }: QuestionsPageProps) {
  const waiting = questions.filter(({ repliedAt, dueAt }) => repliedAt === null && dueAt !== null)
  const overdue = waiting.filter(({ dueAt }) => dueAt && Temporal.Instant.compare(dueAt, now) < 0).length
  const isTold = questions.every(({ source }) => source !== null)
  if (isTold) return null
  return (
    <Row>
      <StateTag icon={waiting.length > 0 ? 'clock' : 'agree'} color={waiting.length > 0 ? 'brand1' : 'success'}>
        {say('questions.waiting', { count: waiting.length })}
      </StateTag>
      {overdue > 0 ? (
        <StateTag icon="late" color="danger">
          {inquiryWords.say(reader.lang)('journey.overdue', { overdue })}
        </StateTag>
      ) : null}
    </Row>
  )
}

function QuestionRow({
  reader,
  say,
  now,
  problem,
  people,
  hidden,
  asking,
  question,
}: QuestionsPageProps & { readonly question: Question }) {
  const stone = hidden.get(question.id)
  const href = reader.to('inquiry.question', { problem: problem.slug, number: question.number })
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <span class="fm-mini">{say('questions.number', { number: question.number })}</span>
        <QuestionTag lang={reader.lang} question={question} now={now} />
      </Row>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <h3>
          <a href={href} lang={question.language}>
            {question.question}
          </a>
        </h3>
      )}
      <PersonChip {...askedPerson({ reader, people, to: question.to })} size="s" />
      {asking.has(question.id) ? (
        <p class="fm-mini">{say('too.count', { count: 1 + (asking.get(question.id) ?? 0) })}</p>
      ) : null}
      <Deadline {...{ reader, now }} round={question} size="s" />
    </div>
  )
}

function Ask(props: QuestionsPageProps) {
  const { reader, say, errors, typed, problem, seated, chosen, deadline, near, mayAsk, isVisitor } = props
  if (isVisitor) {
    const next = reader.to('inquiry.questions', { problem: problem.slug })
    return (
      <Section id="ask" title={say('ask.title')} size="aside" lead={say('ask.sign-in')}>
        <p>
          <ButtonLink href={`${reader.to('sign-in')}?next=${encodeURIComponent(next)}`} variant="secondary">
            {say('ask.to-sign-in')}
          </ButtonLink>
        </p>
      </Section>
    )
  }
  if (!mayAsk) return null
  const kept = { typed, errors }
  const options = [
    ...seated.map(({ id, name, party }) => ({ value: id as string, label: [name, party].filter(Boolean).join(', ') })),
    { value: 'administration', label: inquiryWords.say(reader.lang)('to.administration') },
  ]
  return (
    <Section id="ask" title={say('ask.title')} size="aside">
      {near.length > 0 ? <NearQuestions {...props} /> : null}
      <Form action={reader.to('inquiry.ask', { problem: problem.slug })} labelledBy="ask">
        <Select
          name="to"
          label={say('ask.to')}
          help={say('ask.to-help')}
          none={say('ask.choose')}
          value={chosen}
          options={options}
          required
          {...kept}
        />
        <TextArea
          name="question"
          label={say('ask.question')}
          help={say('ask.question-help')}
          rows={2}
          maxLength={300}
          required
          {...kept}
        />
        <TextArea
          name="background"
          label={say('ask.background')}
          help={say('ask.background-help')}
          rows={4}
          maxLength={2000}
          {...kept}
        />
        {near.length > 0 ? <Checkbox name="another" label={say('ask.another')} {...kept} /> : null}
        <Button>{say('ask.send')}</Button>
      </Form>
      <Note icon="clock">
        <p>{say('ask.next', { deadline })}</p>
      </Note>
    </Section>
  )
}
