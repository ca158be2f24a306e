import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { Radios } from './choice-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Errors, Typed } from './field.tsx'
import { Form } from './form.tsx'
import { Columns, Head, Section } from './layout.tsx'
import { TextArea, TextField, type TextFieldProps } from './text-field.tsx'

export type MergePageProps = {
  readonly errorTitle: string
  /** What is let go, and the page's own words. */
  readonly eyebrow: string
  readonly title: string
  readonly lead: string
  readonly action: string
  /** What it might go on in, by the value that is sent. */
  readonly near: readonly { readonly value: string; readonly label: Child; readonly help: string }[]
  readonly nearWords: { readonly label: string; readonly other: string }
  /** The field for any other one, which is needed where nothing is near. */
  readonly into: Omit<TextFieldProps, 'name' | 'required' | 'errors' | 'typed'>
  readonly reason: { readonly label: string; readonly help: string }
  readonly send: string
  readonly next: { readonly title: string; readonly text: string }
  readonly errors: Errors
  readonly typed: Typed
}

/** Where a thing is let go on in another one: the near ones to choose from, or any other, and why. */
export function MergePage(props: MergePageProps) {
  const { errors, typed, near, nearWords, into, reason, next } = props
  const kept = { errors, typed }
  return (
    <>
      <ErrorSummary title={props.errorTitle} errors={errors} />
      <Head eyebrow={props.eyebrow} title={props.title} lead={props.lead} />
      <Columns
        main={
          <Form action={props.action} label={props.title}>
            {near.length === 0 ? null : (
              <Radios
                name="near"
                label={nearWords.label}
                options={[...near, { value: 'other', label: nearWords.other }]}
                required
                {...kept}
              />
            )}
            <TextField name="into" required={near.length === 0} {...into} {...kept} />
            <TextArea name="reason" rows={3} maxLength={2000} required {...reason} {...kept} />
            <Button>{props.send}</Button>
          </Form>
        }
        aside={
          <Section id="next" title={next.title} size="aside">
            <p class="fm-small">{next.text}</p>
          </Section>
        }
      />
    </>
  )
}
