import { Actions, Button, Form, Head, Stack } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

/** It says nobody's address: programs that look into mails open it too. */
export function LinkPage({
  say,
  title,
  action,
}: {
  readonly say: SaySignIn
  readonly title: string
  readonly action: string
}) {
  return (
    <Stack gap="8">
      <Head title={title} lead={say('link.lead')} />
      <Form action={action}>
        <Actions>
          <Button>{say('code.enter')}</Button>
        </Actions>
      </Form>
    </Stack>
  )
}
