import { DateField } from './date-field.tsx'
import { Radios } from './choice-field.tsx'
import type { Errors, Typed } from './field.tsx'
import { NumberField, TextArea, TextField } from './text-field.tsx'

export type VoteLabels = Readonly<
  Record<
    | 'motion'
    | 'motionHelp'
    | 'day'
    | 'reference'
    | 'referenceHelp'
    | 'for'
    | 'against'
    | 'abstentions'
    | 'result'
    | 'resultHelp'
    | 'carried'
    | 'notCarried'
    | 'dissent'
    | 'dissentHelp',
    string
  >
>

export type VoteFieldsProps = {
  readonly labels: VoteLabels
  /** What stands as the motion until another is typed. */
  readonly motion?: string | undefined
  readonly dayHelp?: string | undefined
  /** Where it takes more words to say what being carried means. */
  readonly resultHelp?: string | undefined
  readonly typed: Typed
  readonly errors: Errors
}

/** The record of a body's vote, as its minutes have it. */
export function VoteFields({ labels, motion, dayHelp, resultHelp, typed, errors }: VoteFieldsProps) {
  const kept = { typed, errors }
  return (
    <>
      <TextArea
        name="motion"
        label={labels.motion}
        help={labels.motionHelp}
        rows={3}
        maxLength={4000}
        value={motion}
        required
        {...kept}
      />
      <DateField name="decidedOn" label={labels.day} help={dayHelp} required {...kept} />
      <TextField
        name="reference"
        label={labels.reference}
        help={labels.referenceHelp}
        maxLength={200}
        required
        {...kept}
      />
      <NumberField name="votesFor" label={labels.for} required {...kept} />
      <NumberField name="votesAgainst" label={labels.against} required {...kept} />
      <NumberField name="abstentions" label={labels.abstentions} required {...kept} />
      <Radios
        name="isCarried"
        label={labels.result}
        help={resultHelp ?? labels.resultHelp}
        options={[
          { value: 'yes', label: labels.carried },
          { value: 'no', label: labels.notCarried },
        ]}
        required
        {...kept}
      />
      <TextArea name="dissent" label={labels.dissent} help={labels.dissentHelp} rows={3} maxLength={4000} {...kept} />
    </>
  )
}
