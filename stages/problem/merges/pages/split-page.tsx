import { Button, ErrorSummary, Form, Head, TextArea } from '../../../../ui/index.ts'
import type { OrderPageProps } from './merge-page.tsx'

/** Where a problem is parted: a reason, and two or three parts in words of their own. */
export function SplitPage({ reader, say, problem, typed, errors }: OrderPageProps) {
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('split.title')} lead={say('split.lead')} />
      <Form action={reader.to('problem.split', { problem: problem.slug })} label={say('split.title')}>
        <TextArea
          name="reason"
          label={say('split.reason')}
          help={say('merge.reason-help')}
          rows={3}
          maxLength={2000}
          required
          {...kept}
        />
        {[1, 2, 3].map((number) => (
          <fieldset class="ds-fieldset fm-stack">
            <legend class="fm-h-mid">{number === 3 ? say('split.third') : say('split.part', { number })}</legend>
            <TextArea
              name={`question-${number}`}
              label={say('split.question')}
              rows={2}
              maxLength={200}
              required={number < 3}
              {...kept}
            />
            <TextArea
              name={`what-${number}`}
              label={say('split.what')}
              rows={4}
              maxLength={4000}
              required={number < 3}
              {...kept}
            />
            <TextArea
              name={`who-${number}`}
              label={say('split.who')}
              rows={2}
              maxLength={2000}
              required={number < 3}
              {...kept}
            />
          </fieldset>
        ))}
        <Button>{say('split.send')}</Button>
      </Form>
    </>
  )
}
