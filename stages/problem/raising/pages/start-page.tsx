import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Columns, ErrorSummary, Form, Head, Section, type Errors, type Typed } from '../../../../ui/index.ts'
import type { SayAnswers } from '../../answers/messages/words.ts'
import type { Odds } from '../../answers/odds.ts'
import { EarlierField } from '../../answers/pages/earlier-fields.tsx'
import { OddsPart } from '../../answers/pages/odds-part.tsx'
import type { SayProblem } from '../../messages/words.ts'
import { QuestionField } from '../../pages/framing-fields.tsx'
import type { Problem } from '../../store.ts'
import type { SayRaising } from '../messages/words.ts'

export type StartPageProps = {
  readonly reader: Reader
  readonly say: SayRaising
  readonly sayProblem: SayProblem
  readonly sayAnswers: SayAnswers
  /** What became of the problems of the last year: said before anybody writes. */
  readonly odds: Odds
  /** The problem she raises again; null for a new one. */
  readonly earlier: Pick<Problem, 'slug' | 'question'> | null
  readonly typed: Typed
  readonly errors: Errors
}

/** The first step: her question alone, so that she sees what is known before she writes all of it. */
export function StartPage({ reader, say, sayProblem, sayAnswers, odds, earlier, typed, errors }: StartPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('start.title')} lead={say('start.lead')} />
      <Columns
        main={
          <fm-near data-title={say('near.title')}>
            <Form action={reader.to('problem.near')}>
              <EarlierField say={sayAnswers} earlier={earlier} />
              <QuestionField say={sayProblem} typed={typed} errors={errors} />
              <div data-near />
              <Button>{say('start.send')}</Button>
            </Form>
          </fm-near>
        }
        aside={
          <>
            <OddsPart say={sayAnswers} odds={odds} />
            <Section id="next" title={say('start.next')} size="aside">
              <p class="fm-small">{say('start.next-text')}</p>
            </Section>
          </>
        }
      />
    </>
  )
}
