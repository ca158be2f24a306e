import { useContext, type Child } from 'hono/jsx'
import { FieldWordsContext } from './frame.ts'
import { Icon } from './icon.tsx'

/** What was typed, kept when the form comes back with errors. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

export type FieldError = { readonly field: string; readonly text: string }
export type Errors = readonly FieldError[]

/** What every field takes. */
export type FieldProps = {
  readonly name: string
  readonly label: Child
  readonly help?: Child | undefined
  readonly typed?: Typed | undefined
  readonly errors?: Errors | undefined
  readonly required?: boolean | undefined
  /** Asked for in some cases only, or nobody doubts that it may stay empty: then nothing is said of it. */
  readonly isUnmarked?: boolean | undefined
  /** Stands there when nothing was typed yet. */
  readonly value?: string | undefined
  /** Where one page has several forms with a field of this name: tells them apart. */
  readonly within?: string | undefined
}

/** Where an error's link leads. */
export function fieldId(name: string, within?: string): string {
  return within ? `field-${name}-${within}` : `field-${name}`
}

export function typedOne(typed: Typed | undefined, name: string, value = ''): string {
  return typedMany(typed, name)[0] ?? (hasTyped(typed, name) ? '' : value)
}

export function typedMany(typed: Typed | undefined, name: string): readonly string[] {
  const found = typed && Object.hasOwn(typed, name) ? typed[name] : undefined
  return found === undefined ? [] : typeof found === 'string' ? [found] : found
}

/** A form that came back says nothing of an unticked box: then nothing was ticked. */
export function hasTyped(typed: Typed | undefined, name: string): boolean {
  return typed !== undefined && (Object.hasOwn(typed, name) || Object.keys(typed).length > 0)
}

export type Wiring = {
  readonly id: string
  readonly name: string
  readonly required: boolean | undefined
  readonly 'aria-invalid': 'true' | undefined
  readonly 'aria-describedby': string | undefined
}

/** Ties an input to its label, its help, its complaint and its counter. */
export function wiring({ name, help, errors, required, within }: FieldProps, counted = false): Wiring {
  const id = fieldId(name, within)
  const wrong = errorsOf(errors, name).length > 0
  const describes = [help ? `${id}-help` : '', wrong ? `${id}-error` : '', counted ? `${id}-count` : ''].filter(Boolean)
  return {
    id,
    name,
    required: required || undefined,
    'aria-invalid': wrong ? 'true' : undefined,
    'aria-describedby': describes.join(' ') || undefined,
  }
}

export function errorsOf(errors: Errors | undefined, name: string): Errors {
  return errors?.filter((error) => error.field === name) ?? []
}

/** Label, help, complaint, and the input as children. */
export function Field({ children, ...field }: FieldProps & { readonly children: Child }) {
  const id = fieldId(field.name, field.within)
  return (
    <div class={`fm-field${errorsOf(field.errors, field.name).length > 0 ? ' is-wrong' : ''}`}>
      <label class="ds-label" for={id} id={`${id}-label`}>
        {field.label}
        <Optional {...field} />
      </label>
      <Help id={id} help={field.help} />
      <Complaint id={id} errors={errorsOf(field.errors, field.name)} />
      {children}
    </div>
  )
}

/** Several inputs under one legend. */
export function FieldGroup({ children, ...field }: FieldProps & { readonly children: Child }) {
  const { 'aria-describedby': describedBy, 'aria-invalid': invalid } = wiring(field)
  const id = fieldId(field.name, field.within)
  return (
    <fieldset class={`ds-fieldset fm-field${invalid ? ' is-wrong' : ''}`} aria-describedby={describedBy}>
      <legend class="ds-label" id={`${id}-label`}>
        {field.label}
        <Optional {...field} />
      </legend>
      <Help id={id} help={field.help} />
      <Complaint id={id} errors={errorsOf(field.errors, field.name)} />
      {children}
    </fieldset>
  )
}

function Optional({ required, isUnmarked }: Pick<FieldProps, 'required' | 'isUnmarked'>) {
  const words = useContext(FieldWordsContext)
  return required || isUnmarked || !words.optional ? null : <span class="fm-muted"> {words.optional}</span>
}

function Help({ id, help }: { readonly id: string; readonly help: Child }) {
  return help ? (
    <p class="fm-field__help" id={`${id}-help`}>
      {help}
    </p>
  ) : null
}

function Complaint({ id, errors }: { readonly id: string; readonly errors: Errors }) {
  const words = useContext(FieldWordsContext)
  return errors.length > 0 ? (
    <p class="fm-field__error" id={`${id}-error`}>
      <Icon name="error" />
      <span>
        {words.error ? <span class="fm-vh">{words.error} </span> : null}
        {errors.map((error) => error.text).join(' ')}
      </span>
    </p>
  ) : null
}
