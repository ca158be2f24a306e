import { Checkboxes, TextArea, type Errors, type Typed } from '../../../ui/index.ts'
import { citableKinds, type Citable } from '../citable.ts'
import type { SayDraft } from '../messages/words.ts'

export type ClauseFieldsProps = {
  readonly say: SayDraft
  readonly citable: readonly Citable[]
  readonly errors: Errors
  readonly typed: Typed
}

/** The words of a clause, and what it comes from, ticked from a list. */
export function ClauseFields({ say, citable, errors, typed }: ClauseFieldsProps) {
  const groups = citableKinds
    .map((kind) => ({ kind, things: citable.filter(({ thing }) => thing.kind === kind) }))
    .filter(({ things }) => things.length > 0)
  return (
    <>
      <TextArea
        name="clause"
        label={say('clause.text')}
        help={say('clause.text-help')}
        rows={3}
        maxLength={2000}
        required
        errors={errors}
        typed={typed}
      />
      {groups.map(({ kind, things }, i) => (
        <Checkboxes
          name={i === 0 ? 'cites' : `cites-${kind}`}
          label={`${say('clause.cites')}: ${say(`cites.${kind}`)}`}
          help={i === 0 ? say('clause.cites-help') : undefined}
          options={things.map(({ thing, title }) => ({ value: thing.id, label: title }))}
          errors={errors}
          typed={typed}
          required={i === 0}
        />
      ))}
    </>
  )
}
