import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Columns, ErrorSummary, Form, Head, Section, type Errors, type Typed } from '../../../../ui/index.ts'
import type { SayProblem } from '../../messages/words.ts'
import { QuestionField } from '../../pages/framing-fields.tsx'
import type { SayRaising } from '../messages/words.ts'

export type StartPageProps = {
  readonly reader: Reader
  readonly say: SayRaising
  readonly sayProblem: SayProblem
  readonly typed: Typed
  readonly errors: Errors
}

/** The first step: her question alone, so that she sees what is known before she writes all of it. */
export function StartPage({ reader, say, sayProblem, typed, errors }: StartPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('start.title')} lead={say('start.lead')} />
      <Columns
        main={
          <fm-near data-title={say('near.title')}>
            <Form action={reader.to('problem.near')}>
              <QuestionField say={sayProblem} typed={typed} errors={errors} />
              <div data-near />
              <Button>{say('start.send')}</Button>
            </Form>
          </fm-near>
        }
        aside={
          <Section id="next" title={say('start.next')} size="aside">
            <p class="fm-small">{say('start.next-text')}</p>
          </Section>
        }
      />
    </>
  )
}
