import type { Reader } from '../../../../platform/http/index.ts'
import { Button, ErrorSummary, Form, Head, TextArea, type Errors, type Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SayInterest } from '../messages/words.ts'

export type MatterPageProps = {
  readonly reader: Reader
  readonly say: SayInterest
  readonly problem: Problem
  readonly organisation: string
  readonly isDeclared: boolean
  readonly typed: Typed
  readonly errors: Errors
}

/** Where an organisation says what it wants in one matter. */
export function MatterPage({ reader, say, problem, organisation, isDeclared, typed, errors }: MatterPageProps) {
  const kept = { typed, errors, required: true }
  const slug = { problem: problem.slug }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('matter.title')} lead={say('matter.lead', { organisation })} />
      <Form action={reader.to('problem.declare-matter', slug)} label={say('matter.title')}>
        <TextArea name="wants" label={say('matter.wants')} rows={4} maxLength={2000} {...kept} />
        <TextArea name="stake" label={say('matter.stake')} rows={3} maxLength={1000} {...kept} />
        <Button>{say('matter.send')}</Button>
      </Form>
      {isDeclared ? (
        <Form shape="inline" action={reader.to('problem.withdraw-matter', slug)} label={say('matter.withdraw')}>
          <Button variant="secondary">{say('matter.withdraw')}</Button>
        </Form>
      ) : null}
    </>
  )
}
