import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Answer,
  Button,
  ButtonLink,
  Clock,
  ErrorSummary,
  Form,
  Head,
  Note,
  Prose,
  Radios,
  ReportFold,
  Said,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayDecision } from '../../messages/words.ts'
import { bigLooks, Signer } from '../../pages/parts.tsx'
import { Amended } from '../../answers/pages/reasons.tsx'
import type { ReferralIn } from '../in-store.ts'
import type { SayReferral } from '../messages/words.ts'
import { referralAnswers } from '../rules.ts'

export type ReferralPageProps = {
  readonly reader: Reader
  readonly say: SayReferral
  readonly sayAnswer: SayDecision
  readonly errors: Errors
  readonly typed: Typed
  readonly referral: ReferralIn
  readonly title: string
  /** Who answered. */
  readonly by: Politician | undefined
  /** The recommendation where it comes from. */
  readonly there: string | null
  readonly isHidden: boolean
  readonly mayAnswer: boolean
}

/** What another body passed on to one of ours: whose it is and why, its words, and under them the answer, big, or the way to it. */
export function ReferralPage(props: ReferralPageProps) {
  const { reader, say, errors, referral, title, there, isHidden, mayAnswer } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={say('page.eyebrow', { from: referral.fromBodyName, body: referral.bodyName })}
        title={<Said lang={referral.language}>{title}</Said>}
      >
        <div class="fm-act">
          {mayAnswer ? <ButtonLink href="#answer-form">{say('page.to-form')}</ButtonLink> : null}
          {there ? (
            <a class="fm-link" href={there}>
              {say('page.original')}
            </a>
          ) : null}
        </div>
      </Head>
      {isHidden ? <Note icon="info">{say('page.hidden')}</Note> : <Words {...props} />}
      <TheirAnswer {...props} />
      {mayAnswer ? <AnswerForm {...props} /> : null}
    </>
  )
}

function Words({ reader, say, referral }: ReferralPageProps) {
  const { id, number, language, text, why, question, fromBodyName, askedByName, arrivedAt } = referral
  return (
    <>
      <Section id="text" title={say('page.text')}>
        <Prose text={text} lang={language} />
        <p class="fm-small">{say('page.about', { question })}</p>
      </Section>
      <Section id="why" title={say('page.why', { from: fromBodyName })}>
        <Prose text={why} />
        <p class="fm-mini">{say('page.asked', { name: askedByName, day: reader.time.day(arrivedAt) })}</p>
      </Section>
      <p class="fm-mini">{say('page.copied', { day: reader.time.day(arrivedAt) })}</p>
      {isSignedIn(reader.actor) ? (
        <ReportFold
          action={reader.to('moderation.report')}
          kind="referral"
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

function TheirAnswer({ reader, say, sayAnswer, referral, by, isHidden }: ReferralPageProps) {
  const { state, dueAt, bodyName, fromBodyName, text, reason, amendedText, answeredAt } = referral
  const days = reader.time.daysLeft(dueAt)
  const clock = { number: String(Math.abs(days)), words: reader.time.left(dueAt), date: reader.time.deadline(dueAt) }
  return (
    <Answer
      id="answer"
      kind={state === 'withdrawn' ? 'waiting' : bigLooks[state === 'waits' ? 'waiting' : state]}
      eyebrow={say('page.answer', { body: bodyName })}
      title={say(`state.${state}`)}
      lead={
        state === 'waits'
          ? say('page.who', { body: bodyName })
          : state === 'withdrawn'
            ? say('page.withdrawn', { from: fromBodyName })
            : undefined
      }
      facts={
        state === 'waits'
          ? [<Clock state={days < 0 ? 'late' : days === 0 ? 'today' : days <= 7 ? 'soon' : 'ok'} {...clock} />]
          : by
            ? [<Signer reader={reader} person={by} />]
            : []
      }
    >
      {amendedText && !isHidden ? (
        <Amended say={sayAnswer} original={text} amended={amendedText} isProposed={false} />
      ) : amendedText ? (
        <Section id="words" title={say('page.changed')} level={3}>
          <Prose text={amendedText} />
        </Section>
      ) : null}
      {reason ? (
        <Section id="reason" title={say('page.reason')} level={3}>
          <Prose text={reason} />
        </Section>
      ) : null}
      {answeredAt ? <p class="fm-mini">{say('page.answered', { day: reader.time.day(answeredAt) })}</p> : null}
    </Answer>
  )
}

function AnswerForm({ reader, say, referral, errors, typed, isHidden }: ReferralPageProps) {
  const fields = { typed, errors }
  const title = say('form.title', { from: referral.fromBodyName })
  return (
    <Section id="answer-form" title={title}>
      <Form action={reader.to('decision.answer-referral', { number: String(referral.number) })} label={title}>
        <Radios
          name="kind"
          label={say('form.kind')}
          required
          options={referralAnswers.map((kind) => ({
            value: kind,
            label: say(`form.${kind}`),
            help: say(`form.help-${kind}`),
          }))}
          {...fields}
        />
        <TextArea
          name="reason"
          label={say('form.reason')}
          help={say('form.reason-help')}
          rows={4}
          maxLength={6000}
          required
          {...fields}
        />
        <div class="fm-form fm-onlyif fm-onlyif--accept-amended">
          <TextArea
            name="amendedText"
            label={say('form.amended')}
            help={say('form.amended-help')}
            value={isHidden ? '' : referral.text}
            rows={4}
            maxLength={8000}
            required
            {...fields}
          />
        </div>
        <Note icon="info">{say('form.sign', { name: reader.actor.name, from: referral.fromBodyName })}</Note>
        <Actions>
          <Button>{say('form.send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
