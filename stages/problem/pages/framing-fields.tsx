import { TextArea, type Errors, type Typed } from '../../../ui/index.ts'
import type { SayProblem } from '../messages/words.ts'

export type FramingFieldsProps = { readonly say: SayProblem; readonly typed: Typed; readonly errors: Errors }

/** The three parts of a framing: the question, what happens, who is affected. */
export function FramingFields({ say, typed, errors }: FramingFieldsProps) {
  const kept = { typed, errors, required: true }
  return (
    <>
      <TextArea
        name="question"
        label={say('new.question')}
        help={say('new.question-help')}
        rows={2}
        maxLength={200}
        {...kept}
      />
      <TextArea
        name="whatHappens"
        label={say('new.what')}
        help={say('new.what-help')}
        rows={6}
        maxLength={4000}
        {...kept}
      />
      <TextArea
        name="whoIsAffected"
        label={say('new.who')}
        help={say('new.who-help')}
        rows={3}
        maxLength={2000}
        {...kept}
      />
    </>
  )
}
