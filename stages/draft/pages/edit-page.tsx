import {
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  StaffNote,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { Recommendation } from '../recommendations.ts'
import type { Words } from './parts.tsx'

export type EditPageProps = Words & {
  readonly slug: string
  readonly question: string
  readonly recommendation: Recommendation
  readonly isStaff: boolean
  readonly errors: Errors
  /** Undefined until something was typed: then the fields hold the present text. */
  readonly typed: Typed | undefined
}

/** Writing a recommendation anew, with the reason; the earlier version is kept. */
export function EditPage({ reader, say, slug, question, recommendation, isStaff, errors, typed }: EditPageProps) {
  const { number, title, text, clauses, versions } = recommendation
  const kept = { errors, typed }
  return (
    <div class="fm-stack fm-stack--6">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('edit.title', { number })} lead={say('edit.lead')} />
      {isStaff ? <StaffNote label={reader.common('staff')}>{say('staff.writing')}</StaffNote> : null}
      <Form action={reader.to('draft.revise', { problem: slug, number })}>
        <HiddenField name="version" value={String(versions.length)} />
        <TextField name="title" label={say('new.field-title')} value={title} maxLength={200} required {...kept} />
        <TextArea name="text" label={say('new.field-text')} value={text} rows={5} maxLength={4000} {...kept} />
        {clauses.map((clause) => (
          <TextArea
            name={`clause-${clause.number}`}
            label={say('edit.clause', { number: clause.number })}
            value={clause.text}
            rows={3}
            maxLength={2000}
            required
            {...kept}
          />
        ))}
        <TextArea
          name="reason"
          label={say('edit.reason')}
          help={say('edit.reason-help')}
          rows={2}
          maxLength={2000}
          required
          {...kept}
        />
        <Button>{say('edit.send', { version: versions.length + 1 })}</Button>
      </Form>
    </div>
  )
}
