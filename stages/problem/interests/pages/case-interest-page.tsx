import type { Reader } from '../../../../platform/http/index.ts'
import { Button, ErrorSummary, Form, Head, TextArea, type Errors, type Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SayInterest } from '../messages/words.ts'

export type CaseInterestPageProps = {
  readonly reader: Reader
  readonly say: SayInterest
  readonly problem: Problem
  readonly organisation: string
  readonly isDeclared: boolean
  readonly typed: Typed
  readonly errors: Errors
}

/** Where an organisation says what it wants in one case. */
export function CaseInterestPage({
  reader,
  say,
  problem,
  organisation,
  isDeclared,
  typed,
  errors,
}: CaseInterestPageProps) {
  const kept = { typed, errors, required: true }
  const slug = { problem: problem.slug }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('in-case.title')} lead={say('in-case.lead', { organisation })} />
      <Form action={reader.to('problem.declare-interest', slug)} label={say('in-case.title')}>
        <TextArea name="wants" label={say('in-case.wants')} rows={4} maxLength={2000} {...kept} />
        <TextArea name="stake" label={say('in-case.stake')} rows={3} maxLength={1000} {...kept} />
        <Button>{say('in-case.send')}</Button>
      </Form>
      {isDeclared ? (
        <Form shape="inline" action={reader.to('problem.withdraw-interest', slug)} label={say('in-case.withdraw')}>
          <Button variant="secondary">{say('in-case.withdraw')}</Button>
        </Form>
      ) : null}
    </>
  )
}
