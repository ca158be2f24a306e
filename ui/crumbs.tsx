export type Crumb = { readonly href: string; readonly text: string }

export type CrumbsProps = { readonly crumbs: readonly Crumb[]; readonly label: string }

/** The way from the top to this page, which is the last and no link; on a phone only the page above. `PageShell` sets it. */
export function Crumbs({ crumbs, label }: CrumbsProps) {
  return (
    <nav class="fm-in fm-crumbs" aria-label={label}>
      <ol>
        {crumbs.map(({ href, text }, i) => (
          <li>{i < crumbs.length - 1 ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
