import type { CommonKey, Say } from '../../../platform/i18n/index.ts'
import { Button, Columns, ErrorSummary, Form, Head, Section, type Errors, type Typed } from '../../../ui/index.ts'
import type { SayProblem } from '../messages/words.ts'
import { FramingFields } from './framing-fields.tsx'

export type NewPageProps = {
  readonly say: SayProblem
  readonly common: Say<CommonKey>
  readonly action: string
  readonly typed: Typed
  readonly errors: Errors
}

/** Where a problem is raised, in plain words and without a solution. */
export function NewPage({ say, common, action, typed, errors }: NewPageProps) {
  return (
    <>
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('new.title')} lead={say('new.lead')} />
      <Columns
        main={
          <Form action={action}>
            <FramingFields say={say} typed={typed} errors={errors} />
            <Button>{say('new.send')}</Button>
          </Form>
        }
        aside={
          <Section id="next" title={say('new.next')} size="aside">
            <p class="fm-small">{say('new.next-text')}</p>
          </Section>
        }
      />
    </>
  )
}
