import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import { Button, ErrorSummary, Form, Head, Said, type Errors, type Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SayActor } from '../messages/words.ts'
import { ActorFields } from './actor-fields.tsx'

export type NewActorPageProps = {
  readonly reader: Reader
  readonly say: SayActor
  readonly problem: Problem
  readonly typed: Typed
  readonly errors: Errors
  /** Leads an organisation to the register; null for everybody else. */
  readonly lead: Child
}

/** Where somebody who is missing is named. */
export function NewActorPage({ reader, say, problem, typed, errors, lead }: NewActorPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('form.new-title')}
        lead={say('form.new-lead')}
      />
      {lead}
      <Form action={reader.to('problem.add-actor', { problem: problem.slug })} label={say('form.new-title')}>
        <ActorFields say={say} typed={typed} errors={errors} isOpen={errors.length > 0} />
        <Button>{say('form.send-new')}</Button>
      </Form>
    </>
  )
}
