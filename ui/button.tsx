import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import { swapping } from './swap.ts'

type Look = {
  readonly variant?: 'primary' | 'secondary' | 'tertiary' | undefined
  readonly size?: 'sm' | undefined
  readonly icon?: IconName | undefined
  /** Red, for what takes something away. */
  readonly isGrave?: boolean | undefined
  readonly children: Child
}

export type ButtonProps = Look & {
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Sends the form to another address than its own. */
  readonly formAction?: string | undefined
  readonly describedBy?: string | undefined
}

/** Says what happens: "Send my question to Mayor Holm", never "Submit". */
export function Button({ name, value, formAction, describedBy, children, icon, ...look }: ButtonProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      formaction={formAction}
      aria-describedby={describedBy}
      {...dress(look)}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

export type ButtonLinkProps = Look & {
  readonly href: string
  /** Where there is script: the id of the part of the page that what it leads to takes the place of. */
  readonly swap?: string | undefined
}

/** Looks like a button, goes somewhere. */
export function ButtonLink({ href, swap, children, icon, ...look }: ButtonLinkProps) {
  return (
    <a href={href} hx-get={swap ? href : undefined} {...swapping(swap)} {...dress(look)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}

export type ActionsProps = { readonly children: Child; readonly note?: string | undefined }

/** Buttons and links in a row, the main one first; `note` says how long it takes or what happens next. */
export function Actions({ children, note }: ActionsProps) {
  return (
    <div class="fm-act">
      {children}
      {note ? <span class="fm-mini">{note}</span> : null}
    </div>
  )
}

function dress({ variant = 'primary', size, isGrave }: Pick<Look, 'variant' | 'size' | 'isGrave'>) {
  return {
    class: 'ds-button',
    'data-variant': variant,
    'data-size': size,
    'data-color': isGrave ? 'danger' : 'accent',
  }
}
