import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Columns,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  Section,
  Select,
  TextArea,
  TextField,
  TimeField,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import type { SaySeries } from '../messages/words.ts'
import { template, type Phase } from '../rules.ts'

export type LayPageProps = {
  readonly reader: Reader
  readonly say: SaySeries
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly zone: string
  readonly errors: Errors
  readonly typed: Typed
  readonly span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly isOurs: boolean }
  readonly numbers: readonly number[]
  readonly meetings: number
  readonly weekday: number
  readonly rows: readonly { readonly phase: Phase; readonly day: string; readonly title: string }[]
  /** The timetable has too few weeks: then there are no days to show. */
  readonly isTooShort: boolean
}

/** The template laid over the timetable; what is changed here is what is called. */
export function LayPage(props: LayPageProps) {
  const { reader, say, problem, errors, span, isTooShort } = props
  const { from, to } = { from: reader.time.day(span.from), to: reader.time.day(span.to) }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('lay.title')}
        lead={say('lay.lead')}
      />
      <p>{span.isOurs ? say('lay.span-ours', { from }) : say('lay.span', { from, to })}</p>
      <Columns
        main={
          <>
            {isTooShort ? (
              <Note icon="info">
                <p>{say('lay.too-few')}</p>
              </Note>
            ) : null}
            <Choice {...props} />
            {isTooShort ? null : <Series {...props} />}
          </>
        }
        aside={
          <Section id="next" title={say('lay.next')} size="aside">
            <p class="fm-small">{say('lay.next-text')}</p>
          </Section>
        }
      />
    </>
  )
}

/** First of all: what is changed in the form below would be lost with other days. */
function Choice({ reader, say, problem, numbers, meetings, weekday, isTooShort }: LayPageProps) {
  return (
    <Details id="choose" summary={say('lay.choose')} isOpen={isTooShort}>
      <Form action={reader.to('meeting.laying', { problem: problem.slug })} method="get" label={say('lay.choose')}>
        <Select
          name="meetings"
          label={say('lay.number')}
          value={String(meetings)}
          options={numbers.map((number) => ({ value: String(number), label: String(number) }))}
          within="choose"
          required
        />
        <Select
          name="weekday"
          label={say('lay.weekday')}
          value={String(weekday)}
          options={[1, 2, 3, 4, 5].map((day) => ({ value: String(day), label: weekdayName(reader.lang, day) }))}
          required
        />
        <Button variant="secondary">{say('lay.show')}</Button>
      </Form>
    </Details>
  )
}

function Series({ reader, say, problem, zone, errors, typed, rows }: LayPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <Form action={reader.to('meeting.lay', { problem: problem.slug })}>
      <HiddenField name="meetings" value={String(rows.length)} />
      <Section id="hours" title={say('lay.hours')}>
        <TextField name="place" label={say('lay.place')} help={say('lay.place-help')} maxLength={300} {...kept} />
        <TimeField
          name="starts"
          label={say('lay.starts')}
          help={say('lay.zone', { zone })}
          value={template.starts}
          {...kept}
        />
        <TimeField name="ends" label={say('lay.ends')} value={template.ends} {...kept} />
        <TextArea name="access" label={say('lay.access')} rows={2} maxLength={1000} {...kept} required={false} />
      </Section>
      <Section id="rows" title={say('lay.rows')}>
        {rows.map(({ phase, day, title }, index) => (
          <fieldset class="ds-fieldset fm-stack fm-stack--2">
            <legend class="ds-label">{say('lay.meeting', { number: index + 1, phase: say(`phase.${phase}`) })}</legend>
            <DateField name={`day-${index + 1}`} label={say('lay.day')} value={day} {...kept} />
            <TextField name={`title-${index + 1}`} label={say('lay.topic')} value={title} maxLength={160} {...kept} />
          </fieldset>
        ))}
      </Section>
      <Button>{say('lay.send', { meetings: rows.length })}</Button>
    </Form>
  )
}

/** 1 is Monday; 5 January 2026 was one. */
function weekdayName(lang: string, weekday: number): string {
  const noon = new Date(Date.UTC(2026, 0, 4 + weekday, 12))
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { weekday: 'long', timeZone: 'UTC' }).format(noon)
}
