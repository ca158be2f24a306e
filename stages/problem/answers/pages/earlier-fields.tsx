import { HiddenField, Note, TextArea, type Errors, type Typed } from '../../../../ui/index.ts'
import type { SayAnswers } from '../messages/words.ts'

export type EarlierFieldProps = {
  readonly say: SayAnswers
  readonly earlier: { readonly slug: string; readonly question: string } | null
}

/** Goes along in the forms of raising: which matter is raised again. */
export function EarlierField({ say, earlier }: EarlierFieldProps) {
  if (!earlier) return null
  return (
    <>
      <HiddenField name="earlier" value={earlier.slug} />
      <Note icon="info">
        <p>{say('again.title', { question: earlier.question })}</p>
      </Note>
    </>
  )
}

export function NewFactsField({
  say,
  typed,
  errors,
}: {
  readonly say: SayAnswers
  readonly typed: Typed
  readonly errors: Errors
}) {
  return (
    <TextArea
      name="newFacts"
      label={say('again.facts')}
      help={say('again.facts-help')}
      rows={3}
      maxLength={2000}
      typed={typed}
      errors={errors}
    />
  )
}
