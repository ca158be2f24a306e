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
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { NearProblem } from '../../stems/near.ts'
import type { Problem } from '../../store.ts'
import type { SayMerge } from '../messages/words.ts'
import { daysToUndo } from '../rules.ts'

export type OrderPageProps = {
  readonly reader: Reader
  readonly say: SayMerge
  readonly problem: Problem
  readonly typed: Typed
  readonly errors: Errors
}

export type MergePageProps = OrderPageProps & { readonly near: readonly NearProblem[] }

/** Where a problem is let go on in another one: the near ones to choose from, or any other by its address. */
export function MergePage({ reader, say, problem, typed, errors, near }: MergePageProps) {
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('merge.title')} lead={say('merge.lead')} />
      <Columns
        main={
          <Form action={reader.to('problem.merge', { problem: problem.slug })} label={say('merge.title')}>
            {near.length === 0 ? null : (
              <Radios
                name="near"
                label={say('merge.near')}
                options={[
                  ...near.map(({ problem: one, words }) => ({
                    value: one.slug,
                    label: <span lang={one.language}>{one.question}</span>,
                    help: words.join(', '),
                  })),
                  { value: 'other', label: say('merge.other') },
                ]}
                required
                {...kept}
              />
            )}
            <TextField
              name="into"
              label={say('merge.address')}
              help={say('merge.address-help')}
              maxLength={300}
              required={near.length === 0}
              {...kept}
            />
            <TextArea
              name="reason"
              label={say('merge.reason')}
              help={say('merge.reason-help')}
              rows={3}
              maxLength={2000}
              required
              {...kept}
            />
            <Button>{say('merge.send')}</Button>
          </Form>
        }
        aside={
          <Section id="next" title={say('merge.next')} size="aside">
            <p class="fm-small">{say('merge.next-text', { days: daysToUndo })}</p>
          </Section>
        }
      />
    </>
  )
}
