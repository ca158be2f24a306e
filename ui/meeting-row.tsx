import type { Child } from 'hono/jsx'

export type DateBlockProps = {
  readonly day: string
  readonly month: string
  /** `2026-12-09` */ readonly iso: string
}

/** A day as a small leaf of a calendar. */
export function DateBlock({ day, month, iso }: DateBlockProps) {
  return (
    <time class="fm-date" datetime={iso}>
      <b>{day}</b> <span>{month}</span>
    </time>
  )
}

export type MeetingRowProps = DateBlockProps & {
  readonly title: Child
  readonly href?: string | undefined
  /** Weekday, hours, place, who may come. */
  readonly line: Child
  readonly tag?: Child | undefined
}

/** A meeting in a list. */
export function MeetingRow({ title, href, line, tag, ...date }: MeetingRowProps) {
  return (
    <div class="fm-meet">
      <DateBlock {...date} />
      <div>
        {href ? <a href={href}>{title}</a> : <strong>{title}</strong>}
        <p class="fm-mini">{line}</p>
      </div>
      {tag}
    </div>
  )
}
