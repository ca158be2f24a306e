import type { Child } from 'hono/jsx'

export type SummaryRow = {
  readonly term: Child
  readonly value: Child
  /** "Change", with the term spoken after it. */
  readonly change?: { readonly href: string; readonly text: string } | undefined
}

export type SummaryListProps = { readonly rows: readonly SummaryRow[] }

/** Terms and their values; with `change` links it is "check your answers". */
export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl class="fm-sum">
      {rows.map(({ term, value, change }) => (
        <div class={change ? 'has-change' : undefined}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {change ? (
            <dd class="fm-sum__change">
              <a href={change.href}>
                {change.text}
                <span class="fm-vh"> {term}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

export type FactListProps = { readonly rows: readonly { readonly term: string; readonly value: Child }[] }

/** A narrow list of facts beside a title. */
export function FactList({ rows }: FactListProps) {
  return (
    <dl class="fm-facts">
      {rows.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
