import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Quote,
  TextArea,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import type { RepliedTo } from '../about.ts'
import type { SayReply } from '../messages/words.ts'
import { longestReply } from '../rules.ts'

export type ReplyPageProps = {
  readonly reader: Reader
  readonly say: SayReply
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly about: Thing
  readonly to: RepliedTo
  /** Where the words stand that she replies to. */
  readonly back: string
}

/** A politician's reply under somebody's words, before it is sent. */
export function ReplyPage({ reader, say, errors, typed, problem, about, to, back }: ReplyPageProps) {
  return (
    <div class="fm-stack fm-stack--6">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('reply.title')}
        lead={say('reply.lead', { kind: about.kind })}
      />
      <Quote by={<a href={back}>{say('reply.read')}</a>}>{to.title}</Quote>
      <Form action={reader.to('inquiry.reply', { problem: problem.slug })} label={say('reply.title')}>
        <HiddenField name="kind" value={about.kind} />
        <HiddenField name="id" value={about.id} />
        <TextArea
          name="text"
          label={say('reply.text')}
          help={say('reply.text-help')}
          rows={4}
          maxLength={longestReply}
          required
          {...{ typed, errors }}
        />
        <Button>{say('reply.send')}</Button>
      </Form>
    </div>
  )
}
