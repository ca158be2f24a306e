import { expect, test } from 'vitest'
import { Checkbox, Checkboxes, Radios } from './choice-field.tsx'
import { DateTimeField } from './date-field.tsx'
import { ErrorSummary, nameErrors } from './error-summary.tsx'
import { Form } from './form.tsx'
import { FieldWordsContext, FormToken } from './frame.ts'
import { TextArea, TextField } from './text-field.tsx'

const errors = [{ field: 'mail', text: 'Write your <e-mail>.' }]

test('a field with an error names it, describes it and keeps what was typed', () => {
  const html = String(
    <TextField
      name="mail"
      label="E-mail"
      help="We write twice a month."
      typed={{ mail: ['"kaya'] }}
      errors={errors}
      required
    />,
  )
  expect(html).toContain('<label class="ds-label" for="field-mail" id="field-mail-label">')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('aria-describedby="field-mail-help field-mail-error"')
  expect(html).toContain('value="&quot;kaya"')
  expect(html).toContain('id="field-mail-error"')
  expect(html).toContain('Write your &lt;e-mail&gt;.')
})

test('the summary names the box that was not ticked', () => {
  const unticked = [{ field: 'consent', text: 'Tick this box to go on' }]
  const html = nameErrors(
    String(<ErrorSummary title="There is a problem" errors={unticked} />) +
      String(<Checkbox name="consent" label="I have read this" errors={unticked} required />),
  )
  expect(html).toContain('I have read this: Tick this box to go on</a>')
})

test('of several forms with a field of one name the summary leads to the one that is wrong', () => {
  const wrong = [{ field: 'reason', text: 'Fill in this field' }]
  const html = nameErrors(
    String(<ErrorSummary title="To mend" errors={wrong} />) +
      String(<TextArea name="reason" label="Of the first" within="1" required />) +
      String(<TextArea name="reason" label="Of the second" within="2" errors={wrong} required />),
  )
  expect(html).toContain('<a href="#field-reason-2" data-names="">Of the second: Fill in this field</a>')
})

test('the error summary leads to the fields, and is absent without errors', () => {
  expect(String(<ErrorSummary title="To mend" errors={errors} />)).toContain('<a href="#field-mail"')
  expect(String(<div>{<ErrorSummary title="To mend" errors={[]} />}</div>)).toBe('<div></div>')
})

test('an error summary of several fields names each of them', () => {
  const three = ['question', 'who', 'part'].map((field) => ({ field, text: 'Fill in this field' }))
  const html = nameErrors(
    String(
      <>
        <ErrorSummary title="To mend" errors={three} />
        <TextField name="question" label="Your question?" errors={three} />
        <TextField
          name="who"
          label={
            <>
              Who <span class="fm-vh">& what</span>
            </>
          }
          errors={three}
        />
        <Radios name="part" label="Part" options={[{ value: 'a', label: 'A' }]} errors={three} />
      </>,
    ),
  )
  expect(html).toContain('>Your question? Fill in this field</a>')
  expect(html).toContain('>Who &amp; what: Fill in this field</a>')
  expect(html).toContain('>Part: Fill in this field</a>')
})

test('the link of an error on a group leads to its first option', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const html = String(
    <Radios name="side" label="Side" options={options} errors={[{ field: 'side', text: 'Choose.' }]} />,
  )
  expect(html).toMatch(/<input[^>]*id="field-side"[^>]*value="a"/)
  expect(html).toContain('<fieldset class="ds-fieldset fm-field is-wrong" aria-describedby="field-side-error">')
})

test('an unticked box stays unticked when the form comes back', () => {
  const field = { name: 'about', label: 'About', options: [{ value: 'x', label: 'X' }], values: ['x'] }
  expect(String(<Checkboxes {...field} />)).toContain('checked')
  expect(String(<Checkboxes {...field} typed={{}} />)).toContain('checked')
  expect(String(<Checkboxes {...field} typed={{ other: ['1'] }} />)).not.toContain('checked')
  expect(String(<Checkboxes {...field} typed={{ about: ['x'] }} />)).toContain('checked')
})

test('errors of a day or a time are said once, at the pair', () => {
  const html = String(
    <DateTimeField
      name="meets"
      label="Meeting"
      dateLabel="Day"
      timeLabel="Time"
      typed={{ 'meets-date': ['2026-12-04'] }}
      errors={[{ field: 'meets-time', text: 'Write the time.' }]}
    />,
  )
  expect(html.match(/Write the time\./g)).toHaveLength(1)
  expect(html).toContain('value="2026-12-04"')
  expect(html).toContain('id="field-meets-time"')
})

test('a text that begins with a line break keeps it', () => {
  expect(String(<TextArea name="what" label="What" typed={{ what: ['\nfirst'] }} />)).toContain('>\n\nfirst</textarea>')
})

test('a form that posts carries the request’s token; one that asks does not', () => {
  const page = (method: 'post' | 'get') =>
    String(
      <FormToken.Provider value="the-token">
        <Form action="/x" method={method}>
          <p>…</p>
        </Form>
      </FormToken.Provider>,
    )
  expect(page('post')).toContain('<input type="hidden" name="form-token" value="the-token"/>')
  expect(page('get')).not.toContain('the-token')
})

test('what may stay empty says so in the reader’s words', () => {
  const words = {
    error: 'Fejl:',
    optional: '(valgfrit)',
    charactersMost: 'Højst {n} tegn',
    charactersLeft: '',
    charactersOver: '',
  }
  const html = String(
    <FieldWordsContext.Provider value={words}>
      <TextArea name="why" label="Hvorfor" maxLength={600} errors={[{ field: 'why', text: 'For langt.' }]} />
    </FieldWordsContext.Provider>,
  )
  expect(html).toContain('(valgfrit)')
  expect(html).toContain('Højst 600 tegn')
  expect(html).toContain('Fejl: ')
  expect(html).toContain('aria-describedby="field-why-error field-why-count"')
})
