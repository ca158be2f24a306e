import type { Child } from 'hono/jsx'
import { Heading, type Level } from './heading.tsx'

export type ClauseProps = {
  readonly id: string
  readonly number: string
  /** For those who cannot see the number: "Clause 3:" */
  readonly spoken: string
  /** Left out where the number is all its name. */
  readonly title?: string | undefined
  /** `<Prose>`, `<WordDiff>`, and an `<Amendment>` where there is one. */
  readonly text: Child
  /** State, agreement, where it came from. */
  readonly margin?: Child | undefined
  /** "Clause 3: where it comes from" */
  readonly marginLabel?: string | undefined
  /** `open` has a change proposed; `staff` is written by staff and not voted on. */
  readonly state?: 'open' | 'staff' | undefined
  readonly level?: Level | undefined
}

/** One clause of the common text, with its margin. */
export function Clause({ id, number, spoken, title, text, margin, marginLabel, state, level = 3 }: ClauseProps) {
  return (
    <li class={`fm-clause${state ? ` is-${state}` : ''}`} id={id}>
      <div class="fm-clause__no" aria-hidden="true">
        {number}
      </div>
      <div class="fm-clause__text">
        {title === undefined ? (
          <Heading level={level} class="fm-vh">
            {spoken}
          </Heading>
        ) : (
          <Heading level={level}>
            <span class="fm-vh">{spoken} </span>
            {title}
          </Heading>
        )}
        {text}
      </div>
      {margin ? (
        <div class="fm-clause__margin" role="group" aria-label={marginLabel}>
          {margin}
        </div>
      ) : null}
    </li>
  )
}

/** `<Clause>`s as one document. */
export function ClauseList({ children }: { readonly children: Child }) {
  return <ol class="fm-plain fm-doc">{children}</ol>
}

export type AmendmentProps = {
  readonly label: string
  /** A `<PersonChip>` and a `<StateTag>`. */
  readonly head: Child
  /** Reason, agreement, the form to accept or decline. */
  readonly children: Child
}

/** A proposed change inside its clause: dashed, because it is not decided. */
export function Amendment({ label, head, children }: AmendmentProps) {
  return (
    <section class="fm-amend" aria-label={label}>
      <div class="fm-row fm-row--between">{head}</div>
      {children}
    </section>
  )
}
