import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type TagColor = 'success' | 'info' | 'warning' | 'danger' | 'brand1' | 'neutral'

export type StateTagProps = { readonly icon: IconName; readonly color: TagColor; readonly children: Child }

/** A state: icon, word and colour, in this order of weight. */
export function StateTag({ icon, color, children }: StateTagProps) {
  return (
    <span class="ds-tag fm-tag" data-color={color} data-size="sm">
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}

export type TraceChipProps = {
  readonly href: string
  readonly icon?: IconName | undefined
  readonly children: Child
}

/** Where something came from: "from 14 contributions". Only for provenance. */
export function TraceChip({ href, icon = 'thread', children }: TraceChipProps) {
  return (
    <a class="fm-trace" href={href}>
      <Icon name={icon} />
      <span>{children}</span>
    </a>
  )
}

export type TraceRowProps = { readonly label?: string | undefined; readonly children: Child }

/** "Made from" and its trace chips. */
export function TraceRow({ label, children }: TraceRowProps) {
  return (
    <div class="fm-row">
      {label ? <span class="fm-mini">{label}</span> : null}
      {children}
    </div>
  )
}
