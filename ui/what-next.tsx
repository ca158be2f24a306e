import type { Child } from 'hono/jsx'

export type WhatNextProps = {
  /** In order; the last is what was promised and stands dashed. */
  readonly steps: readonly { readonly when: string; readonly text: Child }[]
}

/** What happens with what you gave, and when. */
export function WhatNext({ steps }: WhatNextProps) {
  return (
    <ol class="fm-plain fm-path3">
      {steps.map(({ when, text }) => (
        <li>
          <b>{when}</b>
          <div>{text}</div>
        </li>
      ))}
    </ol>
  )
}
