import type { Child } from 'hono/jsx'
import { Field, FieldGroup, fieldId, hasTyped, typedMany, typedOne, wiring, type FieldProps } from './field.tsx'

export type Option = { readonly value: string; readonly label: Child; readonly help?: Child | undefined }

export type SelectProps = FieldProps & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** The first line, standing for nothing chosen. */
  readonly none?: string | undefined
}

/** One of many; for fewer than eight prefer `Radios`. */
export function Select({ options, none, ...field }: SelectProps) {
  const chosen = typedOne(field.typed, field.name, field.value)
  return (
    <Field {...field}>
      <select class="ds-input" {...wiring(field)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(({ value, label }) => (
          <option value={value} selected={value === chosen || undefined}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export type RadiosProps = FieldProps & {
  readonly options: readonly Option[]
  readonly isInline?: boolean | undefined
}

/** One of a few, all in sight. */
export function Radios({ options, isInline, ...field }: RadiosProps) {
  const chosen = typedOne(field.typed, field.name, field.value)
  return (
    <FieldGroup {...field}>
      <Options {...{ options, isInline, field }} type="radio" isChosen={(value) => value === chosen} />
    </FieldGroup>
  )
}

export type CheckboxesProps = FieldProps & {
  readonly options: readonly Option[]
  /** Ticked when nothing was typed yet. */
  readonly values?: readonly string[] | undefined
}

/** Any number of a few. */
export function Checkboxes({ options, values = [], ...field }: CheckboxesProps) {
  const chosen = hasTyped(field.typed, field.name) ? typedMany(field.typed, field.name) : values
  return (
    <FieldGroup {...field}>
      <Options {...{ options, field }} type="checkbox" isChosen={(value) => chosen.includes(value)} />
    </FieldGroup>
  )
}

export type CheckboxProps = FieldProps & { readonly isTicked?: boolean | undefined }

/** One thing to agree to. Sends `yes`. */
export function Checkbox({ label, isTicked, ...field }: CheckboxProps) {
  const ticked = hasTyped(field.typed, field.name) ? typedMany(field.typed, field.name).length > 0 : isTicked
  const { required: _, ...wires } = wiring({ label, ...field })
  return (
    <div class="fm-field fm-choice">
      <input class="ds-input" type="checkbox" value="yes" checked={ticked || undefined} {...wires} />
      <label for={fieldId(field.name, field.within)} id={`${fieldId(field.name, field.within)}-label`}>
        {label}
      </label>
      {field.help ? (
        <p class="fm-field__help" id={`${fieldId(field.name, field.within)}-help`}>
          {field.help}
        </p>
      ) : null}
      {wires['aria-invalid'] ? (
        <p class="fm-field__error" id={`${fieldId(field.name, field.within)}-error`}>
          {field.errors?.find((error) => error.field === field.name)?.text}
        </p>
      ) : null}
    </div>
  )
}

type OptionsProps = {
  readonly options: readonly Option[]
  readonly field: FieldProps
  readonly type: 'radio' | 'checkbox'
  readonly isInline?: boolean | undefined
  readonly isChosen: (value: string) => boolean
}

function Options({ options, field, type, isInline, isChosen }: OptionsProps) {
  const { id, 'aria-invalid': invalid } = wiring(field)
  return (
    <div class={isInline ? 'fm-choices is-inline' : 'fm-choices'}>
      {options.map(({ value, label, help }, i) => {
        // The first option bears the field's own id: the error summary leads there.
        const own = i === 0 ? id : `${id}-${i}`
        return (
          <div class="fm-choice">
            <input
              class="ds-input"
              type={type}
              id={own}
              name={field.name}
              value={value}
              checked={isChosen(value) || undefined}
              aria-invalid={invalid}
              aria-describedby={help ? `${own}-option` : undefined}
            />
            <label for={own}>{label}</label>
            {help ? (
              <p class="fm-field__help" id={`${own}-option`}>
                {help}
              </p>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
