import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Form, Head, Note, Section } from '../../../../ui/index.ts'
import type { SayFeed } from '../messages/words.ts'

export type FeedPageProps = {
  readonly reader: Reader
  readonly say: SayFeed
  /** Just made: shown this once. */
  readonly address: string | undefined
  readonly madeAt: Temporal.Instant | undefined
}

/** Where one makes the secret address of one's own calendar, makes it anew, or stops it. */
export function FeedPage({ reader, say, address, madeAt }: FeedPageProps) {
  return (
    <>
      <Head title={say('title')} lead={say('lead')} />
      {address ? (
        <Section id="new" title={say('new')} lead={say('new-lead')}>
          <Note icon="calendar">
            <p>
              {say('address')}: <code class="fm-code">{address}</code>
            </p>
          </Note>
        </Section>
      ) : (
        <p>{madeAt ? say('made', { day: reader.time.day(madeAt) }) : say('none')}</p>
      )}
      <Note icon="locked">
        <p>{say('secret')}</p>
      </Note>
      <Form action={reader.to('meeting.make-calendar')} label={say('make')} shape="inline">
        <Button variant={madeAt ? 'secondary' : 'primary'}>{say(madeAt ? 'renew' : 'make')}</Button>
      </Form>
      {madeAt ? (
        <Form action={reader.to('meeting.stop-calendar')} label={say('stop')} shape="inline">
          <Button variant="tertiary">{say('stop')}</Button>
        </Form>
      ) : null}
    </>
  )
}
