import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { HiddenField } from './text-field.tsx'

export type ReportWords = {
  /** "Report this": what it is about is spoken after it. */
  readonly open: string
  /** What is reported, for those who hear the page: "Statement 4". */
  readonly about?: string | undefined
  /** In which language that is, where it is a person's words. */
  readonly aboutLang?: string | undefined
  /** "What is wrong with it?" */
  readonly label: string
  /** Who reads it, and what happens then. */
  readonly help: string
  /** "Send this report" */
  readonly send: string
}

export type ReportFoldProps = {
  /** The address `moderation.report`. */
  readonly action: string
  readonly kind: string
  readonly id: string
  readonly words: ReportWords
}

/** Tells the moderators about one thing on the page. Its ids bear the thing's own, so that a page may have many. */
export function ReportFold({ action, kind, id, words }: ReportFoldProps) {
  const field = `report-${id}`
  return (
    <details class="fm-details fm-details--quiet fm-small">
      <summary>
        {words.open}
        {words.about ? (
          <span class="fm-vh" lang={words.aboutLang === 'und' ? undefined : words.aboutLang}>
            {' '}
            {words.about}
          </span>
        ) : null}
      </summary>
      <Form action={action} label={words.about ? `${words.open} ${words.about}` : words.open}>
        <HiddenField name="kind" value={kind} />
        <HiddenField name="id" value={id} />
        <div class="fm-field">
          <label class="ds-label" for={field}>
            {words.label}
          </label>
          <p class="fm-field__help" id={`${field}-help`}>
            {words.help}
          </p>
          <textarea
            class="ds-input"
            id={field}
            name="reason"
            rows={3}
            aria-describedby={`${field}-help`}
            required
          ></textarea>
        </div>
        <Button variant="secondary" size="sm">
          {words.send}
        </Button>
      </Form>
    </details>
  )
}
