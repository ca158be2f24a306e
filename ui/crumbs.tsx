export type Crumb = {
  readonly href: string
  readonly text: string
  /** Where the text is a person's, in another language than the page. */
  readonly lang?: string | undefined
}

export type CrumbsProps = { readonly crumbs: readonly Crumb[]; readonly label: string }

/** The way from the top to this page, which is the last and no link; on a phone only the page above. `PageShell` sets it. */
export function Crumbs({ crumbs, label }: CrumbsProps) {
  return (
    <nav class="fm-in fm-crumbs" aria-label={label}>
      <ol>
        {crumbs.map(({ href, text, lang }, i) => (
          <li lang={lang === 'und' ? undefined : lang}>
            {i < crumbs.length - 1 ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
