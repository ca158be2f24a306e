import type { Child } from 'hono/jsx'
import { Heading, type Level } from './heading.tsx'

export type CaseCardProps = {
  /** A `<Seven>`. */
  readonly step: Child
  readonly title: string
  readonly href: string
  /** What it is about, where there is nothing to do. */
  readonly lead?: Child | undefined
  /** A `<ButtonLink>`: what one can do now. */
  readonly action?: Child | undefined
  /** "3 minutes, until 6 Dec" */
  readonly time?: string | undefined
  /** A `<PromiseLine>`. */
  readonly promise?: Child | undefined
  /** A `<LedBy>`. */
  readonly led?: Child | undefined
  readonly level?: Level | undefined
}

/** An open case: the question, what one can do now, what is promised, who leads it. */
export function CaseCard({ step, title, href, lead, action, time, promise, led, level = 3 }: CaseCardProps) {
  return (
    <li class="fm-panel fm-case">
      {step}
      <Heading level={level}>
        <a href={href}>{title}</a>
      </Heading>
      {lead ? <p class="fm-small">{lead}</p> : null}
      {action ? (
        <div class="fm-act">
          {action}
          {time ? <span class="fm-mini">{time}</span> : null}
        </div>
      ) : null}
      {promise || led ? (
        <div class="fm-case__foot">
          {promise}
          {led}
        </div>
      ) : null}
    </li>
  )
}

/** `<CaseCard>`s side by side. */
export function CaseList({ children }: { readonly children: Child }) {
  return <ul class="fm-plain fm-cases">{children}</ul>
}
