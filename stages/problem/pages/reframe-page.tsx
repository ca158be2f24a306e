import { Button, ErrorSummary, Form, Head, TextArea } from '../../../ui/index.ts'
import { FramingFields } from './framing-fields.tsx'
import type { NewPageProps } from './new-page.tsx'

/** Where the problem is put differently: the version in use, to be changed, and the reason why. */
export function ReframePage({ say, common, action, typed, errors }: NewPageProps) {
  return (
    <>
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('reframe.title')} lead={say('reframe.lead')} />
      <Form action={action}>
        <FramingFields say={say} typed={typed} errors={errors} />
        <TextArea
          name="reason"
          label={say('reframe.reason')}
          rows={3}
          maxLength={2000}
          required
          typed={typed}
          errors={errors}
        />
        <Button>{say('reframe.send')}</Button>
      </Form>
    </>
  )
}
