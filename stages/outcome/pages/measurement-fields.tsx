import { DateField, NumberField, TextField, type FieldProps } from '../../../ui/index.ts'
import type { SayOutcome } from '../messages/words.ts'

export type MeasurementFieldsProps = Pick<FieldProps, 'typed' | 'errors'> & {
  readonly say: SayOutcome
  readonly unit: string
  /** Where several forms stand on one page: `-3`. */
  readonly suffix?: string | undefined
  /** What stands there when nothing was typed. */
  readonly values?: Readonly<Partial<Record<'value' | 'low' | 'high' | 'on' | 'source', string>>> | undefined
}

/** What is asked of a measurement: the value, how sure it is, the day, and who says so. */
export function MeasurementFields({ say, unit, suffix = '', values = {}, ...fields }: MeasurementFieldsProps) {
  return (
    <>
      <NumberField
        name={`value${suffix}`}
        label={say('measure.value')}
        unit={unit}
        value={values.value}
        decimals
        required
        {...fields}
      />
      <NumberField
        name={`low${suffix}`}
        label={say('measure.low')}
        help={say('measure.range-help')}
        unit={unit}
        value={values.low}
        decimals
        {...fields}
      />
      <NumberField
        name={`high${suffix}`}
        label={say('measure.high')}
        unit={unit}
        value={values.high}
        decimals
        {...fields}
      />
      <DateField name={`on${suffix}`} label={say('measure.on')} value={values.on} required {...fields} />
      <TextField
        name={`source${suffix}`}
        label={say('measure.source')}
        help={say('measure.source-help')}
        value={values.source}
        required
        {...fields}
      />
    </>
  )
}
