import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  TextArea,
  TextField,
  TimeField,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import type { SayEvents } from '../messages/words.ts'

export type AnnouncePageProps = {
  readonly reader: Reader
  readonly say: SayEvents
  readonly zone: string
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly errors: Errors
  readonly typed: Typed
}

/** Where an event is announced that anyone comes to. */
export function AnnouncePage({ reader, say, zone, problem, errors, typed }: AnnouncePageProps) {
  const kept = { typed, errors, required: true }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('announce.title')}
        lead={say('announce.lead')}
      />
      <Form action={reader.to('meeting.announce', { problem: problem.slug })}>
        <TextField
          name="title"
          label={say('announce.what')}
          help={say('announce.what-help')}
          maxLength={100}
          {...kept}
        />
        <TextArea name="about" label={say('announce.about')} rows={4} maxLength={2000} {...kept} />
        <DateField name="day" label={say('announce.day')} {...kept} />
        <TimeField name="starts" label={say('announce.starts')} help={say('announce.zone', { zone })} {...kept} />
        <TimeField name="ends" label={say('announce.ends')} {...kept} />
        <TextField name="place" label={say('announce.place')} maxLength={300} {...kept} />
        <TextArea name="access" label={say('announce.access')} rows={2} maxLength={1000} {...kept} required={false} />
        <Button>{say('announce.send')}</Button>
      </Form>
    </>
  )
}
