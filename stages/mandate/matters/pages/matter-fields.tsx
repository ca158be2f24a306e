import {
  Details,
  NumberField,
  Prose,
  Radios,
  Select,
  TextArea,
  TextField,
  typedOne,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayMandate } from '../../messages/words.ts'
import type { Terms } from '../../rules.ts'
import { currencies } from '../form.ts'
import { lawKinds, rooms } from '../rules.ts'

export type MatterFieldsProps = {
  readonly say: SayMandate
  readonly typed: Typed
  readonly errors: Errors
  readonly lines: number
  /** Saving gives another line. */
  readonly isGrowing?: true
  /** What a version before the questions said, to write them from. */
  readonly earlier: Pick<Terms, 'canChange' | 'cannotChange'>
}

/** One group of fields for each question; an empty one is none. */
export function MatterFields(props: MatterFieldsProps) {
  const { say, lines, earlier, isGrowing } = props
  return (
    <>
      <p class="fm-small">
        {say('matter.form-lead')}
        {isGrowing ? ` ${say('matter.more-lines')}` : ''}
      </p>
      {[earlier.canChange, earlier.cannotChange].filter(Boolean).map((text) => (
        <Prose text={text} size="small" />
      ))}
      {Array.from({ length: lines }, (_, at) => (
        <MatterLine {...props} number={at + 1} />
      ))}
    </>
  )
}

function MatterLine({ say, typed, errors, number }: MatterFieldsProps & { readonly number: number }) {
  const kept = { typed, errors }
  const limits = ['amount', 'currency', 'money', 'law', 'lawWords', 'lawReference'].map((name) => `${name}-${number}`)
  const isLimited =
    limits.some((name) => typedOne(typed, name) !== '') || errors.some(({ field }) => limits.includes(field))
  return (
    <fieldset class="fm-stack">
      <legend class="ds-label">{say('matter.number', { number })}</legend>
      <TextField
        name={`matter-${number}`}
        label={say('matter.words', { number })}
        help={number === 1 ? say('matter.words-help') : undefined}
        maxLength={300}
        required={number === 1}
        {...kept}
      />
      <Radios
        name={`room-${number}`}
        label={say('matter.room', { number })}
        options={rooms.map((room) => ({
          value: room,
          label: say(`room-choice.${room}`),
          help: number === 1 ? say(`room-text.${room}`) : undefined,
        }))}
        required={number === 1}
        {...kept}
      />
      <TextArea
        name={`why-${number}`}
        label={say('matter.why-label', { number })}
        help={number === 1 ? say('matter.why-help') : undefined}
        rows={2}
        maxLength={1000}
        {...kept}
      />
      <TextField name={`level-${number}`} label={say('matter.level', { number })} maxLength={200} {...kept} />
      <Details summary={say('matter.limits', { number })} isOpen={isLimited}>
        <NumberField name={`amount-${number}`} label={say('matter.amount', { number })} decimals {...kept} />
        <Select
          name={`currency-${number}`}
          label={say('matter.currency', { number })}
          none={say('matter.no-limit')}
          options={currencies.map((currency) => ({ value: currency, label: currency }))}
          {...kept}
        />
        <TextField name={`money-${number}`} label={say('matter.money-words', { number })} maxLength={500} {...kept} />
        <Select
          name={`law-${number}`}
          label={say('matter.law', { number })}
          none={say('matter.no-limit')}
          options={lawKinds.map((kind) => ({ value: kind, label: say(`law.${kind}`) }))}
          {...kept}
        />
        <TextArea
          name={`lawWords-${number}`}
          label={say('matter.law-words', { number })}
          rows={2}
          maxLength={1000}
          {...kept}
        />
        <TextField
          name={`lawReference-${number}`}
          label={say('matter.law-reference', { number })}
          maxLength={300}
          {...kept}
        />
      </Details>
    </fieldset>
  )
}
