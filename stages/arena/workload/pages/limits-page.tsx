import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  SummaryList,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayWorkload } from '../messages/words.ts'
import type { Limits } from '../rules.ts'

export type LimitsPageProps = {
  readonly reader: Reader
  readonly say: SayWorkload
  readonly limits: Limits
  readonly maySet: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** How many groups at once are asked of one person, for everybody to read; clerks and administrators set it. */
export function LimitsPage({ reader, say, limits, maySet, errors, typed }: LimitsPageProps) {
  const kept = { errors, typed, required: true }
  const { politicians, facilitators } = limits
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('limits.title')} lead={say('limits.lead')} />
      <SummaryList
        rows={[
          { term: say('limits.politicians'), value: say('groups', { count: politicians }) },
          { term: say('limits.facilitators'), value: say('groups', { count: facilitators }) },
        ]}
      />
      {maySet ? (
        <Form action={reader.to('arena.set-limits')} label={say('limits.title')}>
          <NumberField name="politicians" label={say('limits.politicians')} value={String(politicians)} {...kept} />
          <NumberField name="facilitators" label={say('limits.facilitators')} value={String(facilitators)} {...kept} />
          <Button>{say('limits.send')}</Button>
        </Form>
      ) : null}
    </>
  )
}
