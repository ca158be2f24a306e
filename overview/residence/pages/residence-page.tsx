import type { Child } from 'hono/jsx'
import type { FieldError, Reader, TypedForm } from '../../../platform/http/index.ts'
import type { Residence } from '../../../platform/identity/residence/index.ts'
import { Button, Empty, ErrorSummary, Form, Head, LetterCodeField, Section, TextField } from '../../../ui/index.ts'
import { letterWords } from '../../../stages/arena/index.ts'
import type { SayResidence } from '../messages/words.ts'
import { daysOfCode } from '../rules.ts'

export type ResidencePageProps = {
  readonly say: SayResidence
  readonly reader: Reader
  readonly place: string
  readonly shown: Residence | undefined
  readonly hasList: boolean
  /** The way without a letter: a number she says at a desk. */
  readonly desk: Child
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
}

/** She asks for a letter and types its code; or reads what she has shown. */
export function ResidencePage(props: ResidencePageProps) {
  const { say, reader, errors, shown } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('title')} lead={say('lead')} />
      {shown ? <Shown {...props} shown={shown} /> : <ToShow {...props} />}
    </>
  )
}

function Shown({ say, reader, place, shown }: ResidencePageProps & { readonly shown: Residence }) {
  return (
    <Section id="shown" title={say('shown', { place })}>
      <p>
        {say(`shown-by-${shown.means}`, { day: reader.time.day(shown.shownOn), until: reader.time.day(shown.endsOn) })}
      </p>
      <p>{say('shown-kept')}</p>
    </Section>
  )
}

function ToShow(props: ResidencePageProps) {
  const { say, place, hasList } = props
  return (
    <>
      {hasList ? (
        <Asking {...props} />
      ) : (
        <Empty title={say('no-list')} level={2}>
          {say('no-list-text', { place })}
        </Empty>
      )}
      {hasList ? <Typing {...props} /> : null}
      {props.desk}
    </>
  )
}

function Asking({ say, reader, typed, errors }: ResidencePageProps) {
  return (
    <Section id="ask" title={say('ask.title')} lead={say('ask.lead')}>
      <Form action={reader.to('residence.ask')} labelledBy="ask">
        <TextField
          name="address"
          label={say('ask.address')}
          help={say('ask.address-help')}
          autocomplete="street-address"
          room={40}
          maxLength={200}
          required
          typed={typed}
          errors={errors}
        />
        <TextField
          name="postcode"
          label={say('ask.postcode')}
          autocomplete="postal-code"
          room={10}
          maxLength={12}
          required
          typed={typed}
          errors={errors}
        />
        <p class="fm-small">{say('ask.privacy')}</p>
        <Button variant="secondary">{say('ask.button')}</Button>
      </Form>
    </Section>
  )
}

function Typing({ say, reader, typed, errors }: ResidencePageProps) {
  const letter = letterWords.say(reader.lang)
  return (
    <Section id="code" title={say('code.title')} lead={say('code.lead', { count: daysOfCode })}>
      <Form action={reader.to('residence.type-code')} labelledBy="code">
        <LetterCodeField
          label={letter('letter.code')}
          help={letter('letter.code-help')}
          typed={typed}
          errors={errors}
        />
        <Button>{say('code.button')}</Button>
      </Form>
    </Section>
  )
}
