import * as ui from '../index.ts'

const typed = {
  title: '<b>Night noise</b>',
  what: 'The ferry runs its engine\nfrom 23 to 5.',
  area: ['harbour'],
  due: '2026-13-01',
}
const errors = [
  { field: 'mail', text: 'Write your e-mail address, such as kaya@example.org.' },
  { field: 'side', text: 'Choose one.' },
  { field: 'meets', text: 'Write the day of the meeting.' },
]
const both = { typed, errors }
const options = [
  { value: 'east', label: 'East side' },
  { value: 'west', label: 'West side', help: 'Beyond the bridge' },
]

/** A form that came back with errors, and "check your answers". */
export function GalleryForms() {
  return (
    <>
      <ui.ErrorSummary title="Three things to mend" errors={errors} />
      <ui.Head title="Raise a problem" lead="Tell us what is wrong, for whom, and where." />
      <ui.Form action="#main" multipart>
        <ui.TextField name="title" label="The problem in one sentence" help="A question is best." required {...both} />
        <ui.TextField name="mail" label="E-mail" type="email" autocomplete="email" room={40} required {...both} />
        <ui.TextArea name="what" label="What happens?" maxLength={600} {...both} />
        <ui.Radios name="side" label="Where?" options={options} required {...both} />
        <ui.Checkboxes
          name="area"
          label="What is it about?"
          options={[
            { value: 'harbour', label: 'The harbour' },
            { value: 'noise', label: 'Noise' },
          ]}
          {...both}
        />
        <ui.Select name="kind" label="Kind" none="Choose" options={options} {...both} />
        <ui.DateField name="due" label="Since when?" {...both} />
        <ui.DateTimeField
          name="meets"
          label="Meeting"
          dateLabel="Day"
          timeLabel="Time"
          zone="Copenhagen time"
          required
          {...both}
        />
        <ui.NumberField name="homes" label="How many homes?" unit="homes" {...both} />
        <ui.FileField
          name="picture"
          label="A picture"
          help="JPEG or PNG, up to 10 MB. We take out place and camera."
          accept="image/*"
          errors={errors}
        />
        <ui.Checkbox name="agree" label="I agree that this is published with my name" required {...both} />
        <ui.HiddenField name="step" value="1" />
        <ui.Actions note="You can change it until it is sent.">
          <ui.Button>Go on: check my words</ui.Button>
          <ui.ButtonLink href="#main" variant="tertiary">
            Stop for now
          </ui.ButtonLink>
        </ui.Actions>
      </ui.Form>
      <ui.Section id="h-check" title="Check your answers">
        <ui.SummaryList
          rows={[
            {
              term: 'The problem',
              value: 'Night noise from the ferry',
              change: { href: '#main', text: 'Change' },
            },
            { term: 'Where', value: 'East side', change: { href: '#main', text: 'Change' } },
          ]}
        />
      </ui.Section>
      <ui.Confirmation
        title="Your problem is raised"
        lead="When 150 residents stand behind it, the council must answer within 60 days."
      />
      <ui.Form action="#main" method="get" shape="search">
        <ui.TextField name="q" label="Search" type="search" required />
        <ui.Button icon="search">Search</ui.Button>
      </ui.Form>
    </>
  )
}
