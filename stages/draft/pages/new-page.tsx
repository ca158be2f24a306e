import {
  Button,
  ErrorSummary,
  Form,
  Head,
  StaffNote,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { Citable } from '../citable.ts'
import { ClauseFields } from './clause-fields.tsx'
import type { Words } from './parts.tsx'

export type NewPageProps = Words & {
  readonly slug: string
  readonly question: string
  readonly citable: readonly Citable[]
  readonly isStaff: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** Proposing a recommendation with its first clause. */
export function NewPage({ reader, say, slug, question, citable, isStaff, errors, typed }: NewPageProps) {
  const kept = { errors, typed }
  return (
    <div class="fm-stack fm-stack--6">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('new.title')} lead={say('new.lead')} />
      {isStaff ? <StaffNote label={reader.common('staff')}>{say('staff.writing')}</StaffNote> : null}
      <Form action={reader.to('draft.propose', { problem: slug })}>
        <TextField
          name="title"
          label={say('new.field-title')}
          help={say('new.field-title-help')}
          maxLength={200}
          required
          {...kept}
        />
        <TextArea name="text" label={say('new.field-text')} rows={4} maxLength={4000} {...kept} />
        <ClauseFields say={say} citable={citable} {...kept} />
        <Button>{say('new.send')}</Button>
      </Form>
    </div>
  )
}
