import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Panel,
  Prose,
  ReportFold,
  Said,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import { StoneThere } from './stone-there.tsx'
import { HandoverState, type HandoverLine, type HandoversPageProps } from './handovers-page.tsx'

export type HandoverPageProps = Omit<HandoversPageProps, 'lines'> & {
  readonly line: HandoverLine
  readonly stone: Hidden | undefined
  /** The one that stands over it where it came from. */
  readonly stoneThere: Hidden | undefined
  /** The page of the problem in the other place. */
  readonly there: string
  readonly mayAnswer: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** One hand-over: whose it is and why, the words that were carried, and the answer or the way to it. */
export function HandoverPage(props: HandoverPageProps) {
  const { reader, say, line, stone, stoneThere, errors, there, mayAnswer } = props
  const { handover, place } = line
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={say(`one.eyebrow-${handover.kind}`, { place })}
        title={<Said lang={handover.language}>{line.question}</Said>}
      >
        <HandoverState reader={reader} say={say} line={line} />
        <div class="fm-act">
          {handover.slug ? (
            <ButtonLink href={reader.to('journey', { problem: handover.slug })}>{say('one.to-problem')}</ButtonLink>
          ) : mayAnswer ? (
            <ButtonLink href="#answer">{say('waiting.act')}</ButtonLink>
          ) : null}
          <a class="fm-link" href={there}>
            {say('one.original', { place })}
          </a>
        </div>
      </Head>
      <Columns
        main={
          stone ? (
            <HiddenText reader={reader} stone={stone} />
          ) : stoneThere ? (
            <StoneThere {...{ reader, say, place }} stone={stoneThere} here={say(`hidden.${handover.state}`)} />
          ) : (
            <Carried {...props} />
          )
        }
        aside={<Answer {...props} />}
      />
    </>
  )
}

function Carried({ reader, say, line: { handover, place } }: HandoverPageProps) {
  const { id, number, language, arrivedAt } = handover
  return (
    <>
      <Section id="why" title={say('one.why', { place })}>
        <Prose text={handover.reason} lang={language} />
        <p class="fm-mini">
          {say('one.asked', { name: handover.askedByName, day: reader.time.day(handover.askedAt) })}
        </p>
      </Section>
      <Section id="what" title={say('one.what')}>
        <Prose text={handover.whatHappens} lang={language} />
      </Section>
      {handover.whoIsAffected ? (
        <Section id="who" title={say('one.who')}>
          <Prose text={handover.whoIsAffected} lang={language} />
        </Section>
      ) : null}
      <p class="fm-mini">{say('one.copied', { day: reader.time.day(arrivedAt), place })}</p>
      {isSignedIn(reader.actor) ? (
        <ReportFold
          action={reader.to('moderation.report')}
          kind="handover"
          id={id}
          words={{
            open: say('report.open'),
            about: say('report.about', { number }),
            label: say('report.label'),
            help: say('report.help'),
            send: say('report.send'),
          }}
        />
      ) : null}
    </>
  )
}

function Answer(props: HandoverPageProps) {
  const { reader, say, line, mayAnswer } = props
  const { state, answer, dueAt } = line.handover
  const deadline = reader.time.deadline(dueAt)
  if (state !== 'waits') {
    return (
      <Section id="answer" title={say('one.answer')} size="aside">
        <Prose text={answer} lang={line.handover.answerLanguage} size="small" />
      </Section>
    )
  }
  return (
    <Section id="answer" title={say('one.answer')} size="aside">
      <p class="fm-small">
        {reader.time.daysLeft(dueAt) < 0
          ? say('one.late', { deadline })
          : say('one.due', { left: reader.time.left(dueAt), deadline })}
      </p>
      {mayAnswer ? (
        <>
          {props.stone || props.stoneThere ? null : <AnswerForm {...props} answer="accept" field="words" />}
          <AnswerForm {...props} answer="decline" field="reason" />
        </>
      ) : null}
    </Section>
  )
}

type AnswerFormProps = HandoverPageProps & { readonly answer: 'accept' | 'decline'; readonly field: 'words' | 'reason' }

function AnswerForm({ reader, say, line, answer, field, errors, typed }: AnswerFormProps) {
  const title = say(`one.${answer}-title`)
  return (
    <Panel>
      <h3 class="fm-h-aside" id={`${answer}-title`}>
        {title}
      </h3>
      <p class="fm-small">{say(`one.${answer}-lead`, { place: line.place })}</p>
      <Form
        action={reader.to('problem.answer-handover', { number: line.handover.number })}
        labelledBy={`${answer}-title`}
      >
        <HiddenField name="answer" value={answer} />
        <TextArea
          name={field}
          label={say(answer === 'accept' ? 'one.accept-words' : 'one.decline-reason')}
          rows={4}
          maxLength={2000}
          required
          typed={typed}
          errors={errors}
        />
        <Button variant={answer === 'accept' ? 'primary' : 'secondary'}>{say(`one.${answer}`)}</Button>
      </Form>
    </Panel>
  )
}
