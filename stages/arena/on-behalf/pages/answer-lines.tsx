import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import { Button, Details, Form, HiddenField, Section, TextArea, type Errors, type Typed } from '../../../../ui/index.ts'
import { byStaffWords } from '../../by-staff/messages/words.ts'
import type { AnswerLine } from '../lines.ts'
import { onBehalfWords } from '../messages/words.ts'

export type AnswerLinesProps = {
  readonly reader: Reader
  readonly slug: string
  readonly lines: readonly AnswerLine[]
  /** Who wrote each down. */
  readonly staff: ReadonlyMap<Id<'account'>, Byline>
  /** The answer whose form came back with errors; 0 for none. */
  readonly atAnswer: number
  readonly typed: Typed
  readonly errors: Errors
}

/** Answers that were written down: what waits for a second one of staff, or what became of the rest. */
export function AnswerLines(props: AnswerLinesProps & { readonly isWaiting: boolean }) {
  const lines = props.lines.filter(({ answer }) => (answer.state === 'waiting') === props.isWaiting)
  if (lines.length === 0) return null
  const which = props.isWaiting ? 'waiting' : 'decided'
  return (
    <Section id={`answers-${which}`} title={onBehalfWords.say(props.reader.lang)(`list.${which}`)}>
      <ol class="fm-list">
        {lines.map((line) => (
          <li id={`answer-${line.answer.number}`}>
            <One {...props} line={line} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type OneProps = AnswerLinesProps & { readonly line: AnswerLine }

function One(props: OneProps) {
  const { reader, staff, line } = props
  const { answer, record } = line
  const [say, shared] = [onBehalfWords.say(reader.lang), byStaffWords.say(reader.lang)]
  const whose = [record.isErased ? '' : record.name, shared('page.receipt', { number: answer.receipt })]
  return (
    <div class="fm-stack fm-stack--2">
      <h3 class="fm-h-mid">{whose.filter(Boolean).join(', ')}</h3>
      <p>
        {say(`list.answer-${answer.answer}`)} · {shared(`page.state-${answer.state}`)}
      </p>
      <p class="fm-mini">
        {shared('page.by', {
          name: staff.get(answer.recordedBy)?.name ?? '',
          day: reader.time.day(answer.recordedAt),
          way: shared(`page.way-${answer.way}`),
        })}
      </p>
      {answer.words ? <p class="fm-small">{say('list.words', { words: answer.words })}</p> : null}
      {answer.state === 'returned' ? <p class="fm-small">{shared('page.returned-why', { why: answer.why })}</p> : null}
      {answer.state === 'waiting' ? <Waiting {...props} /> : null}
    </div>
  )
}

function Waiting(props: OneProps) {
  const { reader, line } = props
  const { answer, heldUntil, isOver } = line
  const say = onBehalfWords.say(reader.lang)
  const isOwn = reader.actor.account === answer.recordedBy
  return (
    <>
      {isOver ? <p class="fm-small">{say('list.gone')}</p> : null}
      {!isOver && heldUntil ? (
        <p class="fm-small">{say('list.until', { deadline: reader.time.deadline(heldUntil) })}</p>
      ) : null}
      {isOwn ? <p class="fm-small">{byStaffWords.say(reader.lang)('page.own')}</p> : <Decide {...{ props, isOver }} />}
    </>
  )
}

function Decide({ props, isOver }: { readonly props: OneProps; readonly isOver: boolean }) {
  const { reader, slug, line, atAnswer, typed, errors } = props
  const { number, receipt, answer } = line.answer
  const [say, shared] = [onBehalfWords.say(reader.lang), byStaffWords.say(reader.lang)]
  const isHere = atAnswer === number
  const action = reader.to('arena.decide-answer', { problem: slug, number })
  const name = `${shared('page.receipt', { number: receipt })}: ${say(`list.answer-${answer}`)}`
  return (
    <>
      {isOver ? null : (
        <Form action={action} label={name}>
          <HiddenField name="answer" value="confirm" />
          <p class="fm-mini">{say('list.confirm-help')}</p>
          <Button size="sm">
            {say('list.confirm')}
            <span class="fm-vh"> {name}</span>
          </Button>
        </Form>
      )}
      <Details summary={shared('page.return')} isOpen={isHere}>
        <Form action={action} label={`${shared('page.return')} ${name}`}>
          <HiddenField name="answer" value="return" />
          <TextArea
            name="why"
            within={isHere ? undefined : `answer-${number}`}
            label={shared('page.return-why')}
            help={say('list.return-help')}
            rows={2}
            maxLength={500}
            required
            typed={isHere ? typed : {}}
            errors={isHere ? errors : []}
          />
          <Button size="sm" variant="secondary">
            {shared('page.return')}
            <span class="fm-vh"> {name}</span>
          </Button>
        </Form>
      </Details>
    </>
  )
}
