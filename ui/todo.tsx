import type { Child } from 'hono/jsx'
import { Heading, type Level } from './heading.tsx'
import { Icon, type IconName } from './icon.tsx'

export type TodoProps = {
  /** A `<Clock size="s">`. */
  readonly clock: Child
  readonly title: string
  readonly line?: Child | undefined
  /** One or two `<Button size="sm">` or `<ButtonLink size="sm">`. */
  readonly actions: Child
  readonly level?: Level | undefined
}

/** One thing that waits, done in one or two presses. */
export function Todo({ clock, title, line, actions, level = 3 }: TodoProps) {
  return (
    <li class="fm-todo">
      {clock}
      <div class="fm-todo__body">
        <Heading level={level}>{title}</Heading>
        {line ? <p class="fm-mini">{line}</p> : null}
      </div>
      <div class="fm-todo__act">{actions}</div>
    </li>
  )
}

/** `<Todo>`s, sorted by clock. */
export function TodoList({ children }: { readonly children: Child }) {
  return <ul class="fm-plain fm-todos">{children}</ul>
}

export type BriefProps = {
  readonly points: readonly { readonly icon: IconName; readonly term: string; readonly text: Child }[]
}

/** A two-minute brief before a meeting: what is new, where people agree and differ, what they ask. */
export function Brief({ points }: BriefProps) {
  return (
    <dl class="fm-brief">
      {points.map(({ icon, term, text }) => (
        <div>
          <dt>
            <Icon name={icon} />
            {term}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export type DockProps = {
  readonly label: string
  readonly links: readonly {
    readonly href: string
    readonly text: string
    readonly icon: IconName
    readonly count?: number | undefined
    readonly current?: boolean | undefined
  }[]
}

/** The parts of a long desk, at the thumb on a phone; not shown elsewhere. Last in the page's body. */
export function Dock({ label, links }: DockProps) {
  return (
    <nav class="fm-dock" aria-label={label}>
      {links.map(({ href, text, icon, count, current }) => (
        <a href={href} aria-current={current ? 'true' : undefined}>
          <Icon name={icon} />
          <span>
            {text} {count ? <b class="fm-count">{count}</b> : null}
          </span>
        </a>
      ))}
    </nav>
  )
}
