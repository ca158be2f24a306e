import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Columns,
  DateField,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  TimeField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayEncounter } from '../messages/words.ts'

export type OfferPageProps = {
  readonly reader: Reader
  readonly say: SayEncounter
  readonly zone: string
  readonly cases: readonly { readonly slug: string; readonly question: string }[]
  readonly errors: Errors
  readonly typed: Typed
}

/** A politician offers an hour of hers. */
export function OfferPage({ reader, say, zone, cases, errors, typed }: OfferPageProps) {
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('offer.title')} lead={say('offer.lead')} />
      <Columns
        main={
          <Form action={reader.to('meeting.offer')}>
            <Radios
              name="kind"
              label={say('offer.kind')}
              value="talk"
              options={(['talk', 'visit'] as const).map((value) => ({ value, label: say(`offer.${value}`) }))}
              required
              {...kept}
            />
            <TextField
              name="about"
              label={say('offer.about')}
              help={say('offer.about-help')}
              maxLength={200}
              required
              {...kept}
            />
            <Select
              name="problem"
              label={say('offer.case')}
              none={say('offer.no-case')}
              options={cases.map(({ slug, question }) => ({ value: slug, label: question }))}
              {...kept}
            />
            <DateField name="day" label={say('offer.day')} required {...kept} />
            <TimeField
              name="starts"
              label={say('offer.starts')}
              help={say('offer.zone', { zone })}
              required
              {...kept}
            />
            <TimeField name="ends" label={say('offer.ends')} required {...kept} />
            <TextField
              name="place"
              label={say('offer.place')}
              help={say('offer.place-help')}
              maxLength={300}
              required
              {...kept}
            />
            <TextArea name="access" label={say('offer.access')} rows={2} maxLength={1000} {...kept} />
            <TextField
              name="ledBy"
              label={say('offer.led-by')}
              help={say('offer.led-by-help')}
              maxLength={200}
              {...kept}
            />
            <NumberField name="seats" label={say('offer.seats')} value="8" required {...kept} />
            <Button>{say('offer.send')}</Button>
          </Form>
        }
        aside={
          <Section id="next" title={say('offer.next')} size="aside">
            <p class="fm-small">{say('offer.next-text')}</p>
          </Section>
        }
      />
    </>
  )
}
