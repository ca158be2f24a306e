import { useContext, type Child } from 'hono/jsx'
import { FormToken } from './frame.ts'
import { swapping } from './swap.ts'

export type FormProps = {
  readonly action: string
  readonly method?: 'post' | 'get' | undefined
  /** With a file field. */
  readonly multipart?: boolean | undefined
  /** `inline` is one button in a line; `search` a field and its button. */
  readonly shape?: 'inline' | 'search' | undefined
  readonly labelledBy?: string | undefined
  readonly label?: string | undefined
  readonly id?: string | undefined
  /** Where there is script: the id of the part of the page that the answer takes the place of. */
  readonly swap?: string | undefined
  readonly children: Child
}

/** The name of the hidden field that proves a form came from our page. */
export const formTokenField = 'form-token'

/**
 * A form that works without script. The browser's own checks are off, because the server's answer keeps what
 * was typed and says in full sentences what to mend.
 */
export function Form({ action, method = 'post', multipart, shape, labelledBy, label, id, swap, children }: FormProps) {
  const token = useContext(FormToken)
  return (
    <form
      class={shape ? `fm-form fm-form--${shape}` : 'fm-form'}
      id={id}
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      role={shape === 'search' ? 'search' : undefined}
      aria-labelledby={labelledBy}
      aria-label={label}
      novalidate
      hx-post={swap && method === 'post' ? action : undefined}
      {...swapping(swap)}
    >
      {method === 'post' ? <input type="hidden" name={formTokenField} value={token} /> : null}
      {children}
    </form>
  )
}
