import { fieldId, type Errors } from './field.tsx'
import { Icon } from './icon.tsx'

export type ErrorSummaryProps = { readonly title: string; readonly errors: Errors }

/** What to mend, each a link to its field. First on the page; takes the focus where there is script. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <fm-errors class="fm-errors" role="alert" tabindex={-1} aria-labelledby="error-title">
      <h2 id="error-title">
        <Icon name="error" />
        <span>{title}</span>
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            {field ? (
              <a href={`#${fieldId(field)}`} data-names="">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </fm-errors>
  )
}

const namedLink = /<a href="#([^"]+)" data-names="">/g

/**
 * Puts the name of its field before each complaint: "Your question: Fill in this field". The fields stand below the
 * summary, so their names are known only when the page is whole.
 */
export function nameErrors(html: string): string {
  return html.replaceAll(namedLink, (link, field: string) => {
    const id = html.includes(` id="${field}"`) ? field : (wrongAmongSeveral(html, field) ?? field)
    const name = labelOf(html, id)
    const found = link.replace(`#${field}`, `#${id}`)
    return name ? `${found}${/[?:.!]$/.test(name) ? name : `${name}:`} ` : found
  })
}

/** Where one page has several forms with a field of this name, the one that is wrong. */
function wrongAmongSeveral(html: string, field: string): string | undefined {
  return [...html.matchAll(/ id="([^"]+)" name="[^"]*"(?: required(?:="")?)? aria-invalid="true"/g)]
    .map(([, id = '']) => id)
    .find((id) => id.startsWith(`${field}-`))
}

function labelOf(html: string, id: string): string {
  const at = html.indexOf(`id="${id}-label">`)
  if (at < 0) return ''
  const label = html.slice(html.indexOf('>', at) + 1, html.slice(at).search(/<\/(label|legend)>/) + at)
  return label
    .replace(/<span class="fm-muted">.*<\/span>/, '') // "(not required)"
    .replaceAll(/<[^>]*>/g, '')
    .trim()
}
