import type { Child } from 'hono/jsx'

export type FigureProps = {
  readonly number: string
  readonly label: string
  /** Interval or comparison: "between 58 and 64". */
  readonly range?: string | undefined
  /** Where the number comes from, with a link where there is one. */
  readonly source?: Child | undefined
}

/** One big number with what it counts, how sure it is, and its source. */
export function Figure({ number, label, range, source }: FigureProps) {
  return (
    <div class="fm-number">
      <p>
        <span class="fm-big">{number}</span> <span class="fm-number__label">{label}</span>
      </p>
      {range ? <p class="fm-mini">{range}</p> : null}
      {source ? <p class="fm-mini">{source}</p> : null}
    </div>
  )
}

export type FigureRowProps = {
  readonly figures: readonly { readonly number: string; readonly label: string }[]
}

/** A few numbers side by side: a record at a glance. */
export function FigureRow({ figures }: FigureRowProps) {
  return (
    <dl class="fm-rec4">
      {figures.map(({ number, label }) => (
        <div>
          <dt>{label}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  )
}
