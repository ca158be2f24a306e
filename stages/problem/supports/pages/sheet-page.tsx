import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Columns,
  ErrorSummary,
  Form,
  Head,
  Radios,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SaySupport } from '../messages/words.ts'
import { mostLines } from '../signatures.ts'

export type SheetPageProps = {
  readonly reader: Reader
  readonly say: SaySupport
  readonly problem: Problem
  readonly errors: Errors
  readonly typed: Typed
}

/** Where a clerk enters who signed on paper or called; beside it, what becomes of the names. */
export function SheetPage({ reader, say, problem, errors, typed }: SheetPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('sheet.title')} lead={say('sheet.lead', { question: problem.question })} />
      <Columns
        main={
          <Form action={reader.to('problem.enter-signatures', { problem: problem.slug })} label={say('sheet.title')}>
            <Radios
              name="channel"
              label={say('sheet.channel')}
              options={(['paper', 'phone'] as const).map((value) => ({ value, label: say(`sheet.${value}`) }))}
              {...kept}
            />
            <TextArea
              name="lines"
              label={say('sheet.lines')}
              help={say('sheet.lines-help', { most: mostLines })}
              rows={12}
              {...kept}
            />
            <Button>{say('sheet.send')}</Button>
          </Form>
        }
        aside={
          <Section id="kept" title={say('sheet.kept')} size="aside">
            <p class="fm-small">{say('sheet.kept-text')}</p>
            <p class="fm-small">{say('sheet.once')}</p>
            <p class="fm-small">{say('sheet.keep-paper')}</p>
          </Section>
        }
      />
    </>
  )
}
