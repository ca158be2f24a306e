import type { Body, Jurisdiction, Politician } from '../../../../platform/directory/index.ts'
import { voteLabels } from '../../../../platform/directory/votes/form.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  Note,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  VoteFields,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { Outcome } from '../rules.ts'
import type { SayAnswers } from '../messages/words.ts'
import type { Debt } from '../owing.ts'
import { DebtClock } from './debts.tsx'

export type AnswerPageProps = {
  readonly reader: Reader
  readonly say: SayAnswers
  readonly now: Temporal.Instant
  readonly problem: Problem
  readonly debt: Debt
  /** As the problem was put when the number was reached: that is what the body answers. */
  readonly question: string
  readonly body: string
  readonly outcomes: readonly Outcome[]
  /** Who sits in the body today: one of them takes it up. */
  readonly members: readonly Politician[]
  /** Bodies it can be referred to. */
  readonly others: readonly Body[]
  /** Other places it can be handed to. */
  readonly places: readonly Jurisdiction[]
  readonly errors: Errors
  readonly typed: Typed
}

/** The record of the body's vote on its answer, as a clerk or a member writes it down. */
export function AnswerPage(props: AnswerPageProps) {
  const { reader, say, now, problem, debt, question, body, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('answer.title', { body })} lead={question}>
        <DebtClock reader={reader} due={debt.dueAt} now={now} />
      </Head>
      {question === problem.question ? null : (
        <Note icon="info">
          <p>{say('answer.put-now', { question: problem.question })}</p>
        </Note>
      )}
      <p class="fm-text">{say('answer.lead')}</p>
      <AnswerForm {...props} />
    </>
  )
}

function AnswerForm(props: AnswerPageProps) {
  const { reader, say, problem, question, debt, outcomes, typed, errors } = props
  const kept = { typed, errors }
  return (
    <Form
      action={reader.to('problem.draft-answer', { problem: problem.slug, number: debt.number })}
      label={say('answer.form')}
    >
      <Section id="what" title={say('answer.what')}>
        <Radios
          name="outcome"
          label={say('answer.outcome')}
          options={outcomes.map((value) => ({
            value,
            label: say(`outcome.${value}`),
            help: say(`outcome.${value}-help`),
          }))}
          required
          {...kept}
        />
        <TextArea
          name="reason"
          label={say('answer.reason')}
          help={say('answer.reason-help')}
          rows={5}
          maxLength={4000}
          required
          {...kept}
        />
        {outcomes.includes('taken-up') ? <SponsorField {...props} /> : null}
        {outcomes.includes('referred') ? <ReferFields {...props} /> : null}
      </Section>
      <Section id="vote" title={say('answer.vote')}>
        <VoteFields labels={voteLabels(reader.lang)} motion={say('answer.motion-value', { question })} {...kept} />
      </Section>
      <p class="fm-small fm-muted">{say('answer.next')}</p>
      <Button>{say('answer.send')}</Button>
    </Form>
  )
}

function SponsorField({ say, members, typed, errors }: AnswerPageProps) {
  return (
    <Select
      name="sponsor"
      label={say('answer.sponsor')}
      help={say('answer.sponsor-help')}
      options={members.map(({ id, name, party }) => ({ value: id, label: party ? `${name} (${party})` : name }))}
      none={say('answer.nobody')}
      typed={typed}
      errors={errors}
    />
  )
}

function ReferFields({ say, others, places, typed, errors }: AnswerPageProps) {
  const kept = { typed, errors }
  return (
    <>
      <Select
        name="referredBody"
        label={say('answer.refer-body')}
        help={say('answer.refer-body-help')}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        none={say('answer.nobody')}
        {...kept}
      />
      {places.length === 0 ? null : (
        <Select
          name="referredPlace"
          label={say('answer.refer-place')}
          help={say('answer.refer-place-help')}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          none={say('answer.nobody')}
          {...kept}
        />
      )}
      <TextField
        name="referredName"
        label={say('answer.refer-name')}
        help={say('answer.refer-name-help')}
        maxLength={200}
        {...kept}
      />
    </>
  )
}
