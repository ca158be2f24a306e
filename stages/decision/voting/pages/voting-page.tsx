import type { Reader } from '../../../../platform/http/index.ts'
import { voteLabels } from '../../../../platform/directory/votes/form.ts'
import {
  Actions,
  Button,
  CountedNote,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Select,
  TextField,
  VoteFields,
  VoteNameFields,
  type Errors,
  type VoteNameFieldsProps,
} from '../../../../ui/index.ts'
import type { SayDecision } from '../../messages/words.ts'
import type { Item } from '../../answers/store.ts'

export type VotingPageProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  /** The answers that can be voted on. */
  readonly items: readonly Item[]
  /** Whether all recommendations have an answer, so that the body can vote on the whole. */
  readonly hasWhole: boolean
  /** The versions she has before her. */
  readonly seen: string
  readonly body: string
  /** Votes by name; undefined where nobody is known to sit in the body. */
  readonly names: Omit<VoteNameFieldsProps, 'typed' | 'errors'> | undefined
  readonly action: string
}

/** The record of a vote, as the body's minutes have it. */
export function VotingPage({
  reader,
  say,
  errors,
  typed,
  items,
  hasWhole,
  seen,
  body,
  names,
  action,
}: VotingPageProps) {
  const fields = { typed, errors }
  const about = [
    ...(hasWhole ? [{ value: 'package', label: say('vote.on-package') }] : []),
    ...items.flatMap(({ number, title, answer }) => {
      if (!answer) return []
      const words = { number, title, answer: say(`state.${answer.kind}`), version: answer.version }
      return [{ value: String(number), label: say('voting.option', words) }]
    }),
  ]
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <CountedNote counted={names?.counted} isRefused={errors.length > 0} />
      <Head title={say('voting.title', { body })} lead={say('voting.lead')} />
      <Form action={action} label={say('voting.title', { body })}>
        <HiddenField name="seen" value={seen} />
        <Select name="about" label={say('voting.about')} options={about} required {...fields} />
        <VoteFields labels={voteLabels(reader.lang)} resultHelp={say('voting.carried-help')} {...fields} />
        {names ? <VoteNameFields {...names} {...fields} /> : null}
        <TextField
          name="minutes"
          label={say('voting.minutes')}
          help={say('voting.minutes-help')}
          maxLength={500}
          {...fields}
        />
        <Actions note={say('voting.next')}>
          <Button>{say('voting.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}
