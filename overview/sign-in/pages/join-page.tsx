import { Actions, Button, Form, Head } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

export type JoinPageProps = {
  readonly say: SaySignIn
  readonly label: string
  readonly email: string
  readonly to: { readonly link: string; readonly leave: string }
}

/** Two people may use one browser: which account an identity opens is said by a press, never taken for granted. */
export function JoinPage({ say, label, email, to }: JoinPageProps) {
  return (
    <>
      <Head title={say('eid.link-title', { label })} lead={say('eid.link-lead', { label, email })} />
      <p>{say('eid.link-once', { label })}</p>
      <Form action={to.link}>
        <Actions>
          <Button>{say('eid.link', { label })}</Button>
          <a class="fm-link" href={to.leave}>
            {say('eid.link-leave')}
          </a>
        </Actions>
      </Form>
    </>
  )
}
