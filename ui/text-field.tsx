import { useContext } from 'hono/jsx'
import { Field, fieldId, typedOne, wiring, type FieldProps } from './field.tsx'
import { FieldWordsContext } from './frame.ts'

export type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'search' | undefined
  readonly maxLength?: number | undefined
  /** How many letters it has room for; the field is as long as what belongs in it. */
  readonly room?: 4 | 10 | 20 | 40 | undefined
  readonly lang?: string | undefined
}

/** One line of text. */
export function TextField({ type = 'text', autocomplete, inputmode, maxLength, room, lang, ...field }: TextFieldProps) {
  return (
    <Field isUnmarked={type === 'search'} {...field}>
      <input
        class={room ? `ds-input is-room-${room}` : 'ds-input'}
        type={type}
        value={typedOne(field.typed, field.name, field.value)}
        autocomplete={autocomplete}
        inputmode={inputmode}
        lang={lang}
        data-most={maxLength}
        {...wiring(field)}
      />
    </Field>
  )
}

export type TextAreaProps = FieldProps & {
  readonly rows?: number | undefined
  /** Shown as a limit, counted as one types, checked by the server; nothing typed is ever cut off. */
  readonly maxLength?: number | undefined
  readonly lang?: string | undefined
}

/** Several lines of text, with a counter where there is a limit. */
export function TextArea({ rows = 5, maxLength, lang, ...field }: TextAreaProps) {
  const text = typedOne(field.typed, field.name, field.value)
  return (
    <Field {...field}>
      <textarea
        class="ds-input"
        rows={rows}
        lang={lang}
        {...wiring(field, maxLength !== undefined)}
        data-counter={maxLength === undefined ? undefined : `${fieldId(field.name, field.within)}-count`}
      >
        {text.startsWith('\n') ? `\n${text}` : text /* a parser drops the first line break of a textarea */}
      </textarea>
      {maxLength === undefined ? null : <Counter id={fieldId(field.name, field.within)} most={maxLength} />}
    </Field>
  )
}

function Counter({ id, most }: { readonly id: string; readonly most: number }) {
  const words = useContext(FieldWordsContext)
  return (
    <p
      class="fm-field__count"
      id={`${id}-count`}
      data-most={most}
      data-left={words.charactersLeft}
      data-over={words.charactersOver}
    >
      {words.charactersMost.replace('{n}', String(most))}
    </p>
  )
}

export type NumberFieldProps = FieldProps & {
  readonly unit?: string | undefined
  readonly decimals?: boolean | undefined
}

/** A number, typed as text: no arrows to turn by mistake, and a decimal comma is welcome. */
export function NumberField({ unit, decimals, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      <span class="fm-field__row">
        <input
          class="ds-input is-room-10"
          type="text"
          inputmode={decimals ? 'decimal' : 'numeric'}
          autocomplete="off"
          value={typedOne(field.typed, field.name, field.value)}
          {...wiring(field)}
        />
        {unit ? <span>{unit}</span> : null}
      </span>
    </Field>
  )
}

export type HiddenFieldProps = { readonly name: string; readonly value: string }

/** Goes along unseen. */
export function HiddenField({ name, value }: HiddenFieldProps) {
  return <input type="hidden" name={name} value={value} />
}
