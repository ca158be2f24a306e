import { Actions, Button, Form, Head, Stack } from '../../../ui/index.ts'
import type { SayKeys } from '../messages/words.ts'

export type UndoPageProps = {
  readonly say: SayKeys
  readonly place: string
  readonly day: string
  readonly until: string
  readonly action: string
}

/** What the link in the mail to an old address leads to. It says neither address: the link may be passed on. */
export function UndoPage({ say, place, day, until, action }: UndoPageProps) {
  return (
    <Stack gap="8">
      <Head title={say('undo-title')} lead={say('undo-lead', { place, day })} />
      <p>{say('undo-text', { until })}</p>
      <Form action={action}>
        <Actions>
          <Button>{say('undo-button')}</Button>
        </Actions>
      </Form>
    </Stack>
  )
}

export function UndoOverPage({ say, privacy }: { readonly say: SayKeys; readonly privacy: string }) {
  return (
    <Stack gap="8">
      <Head title={say('undo-over')} lead={say('undo-over-text')} />
      <p>
        <a href={privacy}>{say('undo-privacy')}</a>
      </p>
    </Stack>
  )
}
