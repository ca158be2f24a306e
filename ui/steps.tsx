import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

export type SevenProps = {
  readonly now: number
  readonly of?: number | undefined
  /** "Step 4 of 7:" */
  readonly label: string
  /** "Working it out" */
  readonly name: string
}

/** Where a case stands: small bars, and always the words. */
export function Seven({ now, of = 7, label, name }: SevenProps) {
  return (
    <p>
      <span class="fm-seven" aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          <i class={i + 1 < now ? 'is-done' : i + 1 === now ? 'is-now' : undefined} />
        ))}
      </span>
      <span class="fm-seven__label">
        {label} <strong>{name}</strong>
      </span>
    </p>
  )
}

export type Step = {
  readonly title: string
  /** Open and unknown: of a case told from sources that say it is still open, or do not say. */
  readonly state: 'done' | 'now' | 'next' | 'open' | 'unknown'
  /** For those who cannot see the line: "Step 5, done:" */
  readonly spoken: string
  /** Its key figure: "312 residents behind it". */
  readonly figure?: Child | undefined
  /** A `<StateTag>` for the step that is now. */
  readonly tag?: Child | undefined
  readonly body?: Child | undefined
  readonly id?: string | undefined
}

export type StepperProps = { readonly steps: readonly Step[] }

/** The journey: done steps are folded, the present one is open, the coming ones are dashed. */
export function Stepper({ steps }: StepperProps) {
  return (
    <ol class="fm-stepper">
      {steps.map((step, i) => (
        <li
          class={`fm-step is-${step.state === 'unknown' || step.state === 'open' ? 'next' : step.state}`}
          id={step.id}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span class="fm-step__dot" aria-hidden="true">
            {step.state === 'done' ? <Icon name="agree" /> : step.state === 'unknown' ? '?' : i + 1}
          </span>
          <div class="fm-step__body">
            {step.state === 'done' && step.body ? <Folded {...step} /> : <Open {...step} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Folded({ spoken, title, figure, body }: Step) {
  return (
    <details class="fm-fold">
      <summary>
        <h3>
          <span class="fm-vh">{spoken} </span>
          {title}
        </h3>
        {figure ? <span class="fm-step__fig">{figure}</span> : null}
      </summary>
      <div class="fm-stack fm-stack--2">{body}</div>
    </details>
  )
}

function Open({ spoken, title, figure, tag, body }: Step) {
  return (
    <>
      <div class="fm-step__title">
        <h3>
          <span class="fm-vh">{spoken} </span>
          {title}
        </h3>
        {tag ?? (figure ? <span class="fm-step__fig">{figure}</span> : null)}
      </div>
      {tag && figure ? <p class="fm-step__fig">{figure}</p> : null}
      {body}
    </>
  )
}
