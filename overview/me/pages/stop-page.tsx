import type { Account } from '../../../platform/identity/index.ts'
import { Actions, Button, Form, Head, Stack } from '../../../ui/index.ts'
import type { SayMe } from '../messages/words.ts'

export type StopPageProps = {
  readonly say: SayMe
  readonly place: string
  readonly frequency: Account['mailFrequency']
  readonly to: { readonly stop: string; readonly me: string }
}

/** What the link at the end of each mail leads to. It says whose place it is and not whose mail: the link may be passed on. */
export function StopPage({ say, place, frequency, to }: StopPageProps) {
  const isStopped = frequency === 'never'
  return (
    <Stack gap="8">
      <Head title={say('stop-title', { place })} lead={say(`chose-${frequency}`, { place })} />
      <p>{say(isStopped ? 'stop-done-text' : 'stop-text')}</p>
      {isStopped ? null : (
        <Form action={to.stop}>
          <Actions>
            <Button>{say('stop-button')}</Button>
          </Actions>
        </Form>
      )}
      <p>
        <a href={to.me}>{say('stop-other')}</a>
      </p>
    </Stack>
  )
}
