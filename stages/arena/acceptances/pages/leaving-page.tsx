import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  Head,
  List,
  Said,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayAcceptance } from '../messages/words.ts'

export type LeavingPageProps = {
  readonly say: SayAcceptance
  readonly reader: Reader
  readonly problem: Problem
  readonly isChair: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** What leaving means, before it is done. */
export function LeavingPage({ say, reader, problem, isChair, errors, typed }: LeavingPageProps) {
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('leave.title')}
        lead={say('leave.lead')}
      />
      <List
        items={[say('leave.kept'), say('leave.rights'), say('leave.name'), ...(isChair ? [say('leave.chair')] : [])]}
      />
      <Form action={reader.to('arena.leave', { problem: problem.slug })}>
        <TextArea
          name="words"
          label={say('leave.words')}
          help={say('leave.words-help')}
          rows={2}
          maxLength={1000}
          {...kept}
        />
        <Checkbox name="sure" label={say('leave.sure')} {...kept} />
        <div class="fm-act">
          <Button>{say('leave.send')}</Button>
          <ButtonLink href={reader.to('arena.people', { problem: problem.slug })} variant="secondary">
            {say('leave.stay')}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
