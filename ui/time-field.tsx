import { Field, typedOne, wiring, type FieldProps } from './field.tsx'

/** A time of day. Sends `18:00`. Say the zone in `help`. */
export function TimeField(field: FieldProps) {
  return (
    <Field {...field}>
      <input
        class="ds-input is-room-10"
        type="time"
        value={typedOne(field.typed, field.name, field.value)}
        {...wiring(field)}
      />
    </Field>
  )
}
