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
          <li>{field ? <a href={`#${fieldId(field)}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </fm-errors>
  )
}
