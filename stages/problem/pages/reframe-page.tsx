import type { KeptFile } from '../../../platform/files/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { Button, Checkboxes, ErrorSummary, Form, Head, Radios, TextArea } from '../../../ui/index.ts'
import { framingKinds } from '../rules.ts'
import { FramingFields, type FramingFieldsProps } from './framing-fields.tsx'

export type ReframePageProps = FramingFieldsProps & {
  readonly common: Say<EverydayKey>
  readonly action: string
  /** Files of the version in use. */
  readonly files: readonly KeptFile[]
}

/** Where the problem is put differently: the version in use, to be changed, and the reason why. */
export function ReframePage({ common, action, files, ...props }: ReframePageProps) {
  const { say, typed, errors } = props
  return (
    <>
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('reframe.title')} lead={say('reframe.lead')} />
      <Form action={action} multipart>
        <Radios
          name="kind"
          label={say('reframe.kind')}
          options={framingKinds.map((value) => ({
            value,
            label: say(`kind.${value}`),
            help: say(`kind.${value}-help`),
          }))}
          required
          typed={typed}
          errors={errors}
        />
        {files.length === 0 ? null : (
          <Checkboxes
            name="carried"
            label={say('reframe.files')}
            options={files.map(({ id, name, alt }) => ({ value: id, label: alt || name }))}
            values={files.map(({ id }) => id)}
            // What is typed at first is the version in use, not what she ticked.
            typed={errors.length > 0 ? typed : undefined}
          />
        )}
        <FramingFields {...props} />
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
