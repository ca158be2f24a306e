import { FieldGroup, fieldId, typedOne, type FieldProps } from './field.tsx'

export type ScaleProps = FieldProps & {
  /** The answers, from the lowest. */
  readonly steps: readonly string[]
  /** What the two ends mean: "I disagree", "I agree". */
  readonly ends: readonly [low: string, high: string]
  /** An answer outside the scale: "I would rather not say". */
  readonly none: { readonly value: string; readonly label: string }
}

/** One step of a scale, each a target for a thumb, with the ends in words; and a way to say nothing. */
export function Scale({ steps, ends, none, ...field }: ScaleProps) {
  const chosen = typedOne(field.typed, field.name, field.value)
  const id = fieldId(field.name, field.within)
  const [low, high] = ends
  const spoken = (at: number): string => (at === 0 ? low : at === steps.length - 1 ? high : '')
  return (
    <FieldGroup {...field}>
      <div class="fm-scale">
        <p class="fm-scale__ends fm-mini" aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </p>
        <div class={`fm-scale__steps${steps.length > 7 ? ' is-long' : ''}`}>
          {steps.map((step, at) => (
            <label class="fm-scale__step">
              <input
                class="ds-input"
                type="radio"
                id={at === 0 ? id : `${id}-${at}`}
                name={field.name}
                value={step}
                checked={step === chosen || undefined}
              />
              <span>
                {step}
                {spoken(at) ? <span class="fm-vh"> {spoken(at)}</span> : null}
              </span>
            </label>
          ))}
        </div>
        <div class="fm-choice">
          <input
            class="ds-input"
            type="radio"
            id={`${id}-none`}
            name={field.name}
            value={none.value}
            checked={none.value === chosen || undefined}
          />
          <label for={`${id}-none`}>{none.label}</label>
        </div>
      </div>
    </FieldGroup>
  )
}
