import { isSignedIn, type SignedIn } from '@folkmoot/basics/actor.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { accountById, holdsOffice, passkeysOf, sessionsOf } from '../../platform/identity/index.ts'
import { keysWords } from './messages/words.ts'
import { KeysPage } from './pages/keys-page.tsx'

export type Here = Visit<'keys'>

export async function withActor(visit: Visit, act: (actor: SignedIn) => Promise<Reply>): Promise<Reply> {
  return isSignedIn(visit.actor) ? act(visit.actor) : refused(visit.common('refused.sign-in-first'), 403)
}

export async function keysPage(visit: Here, errors: readonly FieldError[] = []): Promise<Reply> {
  const { actor } = visit
  const account = isSignedIn(actor) ? await accountById(visit.read, actor.account) : undefined
  if (!isSignedIn(actor) || !account) return notFound()
  return page({
    title: say(visit)('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <KeysPage
        say={say(visit)}
        common={visit.common}
        time={visit.time}
        email={account.email}
        typed={visit.form.typed}
        errors={errors}
        sessions={await sessionsOf(visit.read, actor.account, {
          own: visit.session,
          isOffice: holdsOffice(actor.roles),
        })}
        passkeys={await passkeysOf(visit.read, actor.account)}
        to={{
          end: visit.to('keys.end'),
          endOthers: visit.to('keys.end-others'),
          endAll: visit.to('me.end-sessions'),
          askAddress: visit.to('keys.ask-address'),
          askPasskey: visit.to('keys.ask-passkey'),
          removePasskey: visit.to('keys.remove-passkey'),
        }}
      />
    ),
  })
}

export function say(visit: Pick<Visit, 'lang'>) {
  return keysWords.say(visit.lang)
}
