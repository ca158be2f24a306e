import type { Child } from 'hono/jsx'

export type Owed = {
  /** A `<Clock>`. */
  readonly clock: Child
  readonly title: string
  readonly href: string
  /** Who owes it, what they say about it. */
  readonly line?: Child | undefined
}

export type OweListProps = {
  readonly items: readonly Owed[]
  /** "41 of 46 promises … kept on time." */ readonly sum?: Child | undefined
}

/** Answers and commitments that are due, the overdue ones first. */
export function OweList({ items, sum }: OweListProps) {
  return (
    <>
      <ul class="fm-list">
        {items.map(({ clock, title, href, line }) => (
          <li>
            {clock}
            <p class="fm-small">
              <a href={href}>{title}</a>
            </p>
            {line ? <p class="fm-mini">{line}</p> : null}
          </li>
        ))}
      </ul>
      {sum ? <p class="fm-owe__sum">{sum}</p> : null}
    </>
  )
}
