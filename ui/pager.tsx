export type PagerProps = {
  readonly label: string
  readonly before?: { readonly href: string; readonly text: string } | undefined
  /** Where one is: "Page 2 of 9", or a link to the whole. */
  readonly here?: { readonly text: string; readonly href?: string | undefined } | undefined
  readonly after?: { readonly href: string; readonly text: string } | undefined
}

/** To the one before and the one after. */
export function Pager({ label, before, here, after }: PagerProps) {
  return (
    <nav class="fm-pager" aria-label={label}>
      {before ? (
        <a href={before.href} rel="prev">
          {before.text}
        </a>
      ) : (
        <span></span>
      )}
      {here ? here.href ? <a href={here.href}>{here.text}</a> : <span class="fm-muted">{here.text}</span> : null}
      {after ? (
        <a href={after.href} rel="next">
          {after.text}
        </a>
      ) : (
        <span></span>
      )}
    </nav>
  )
}
