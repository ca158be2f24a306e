import { signedIn } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { accountById, makeChallenge, optionsToAdd, waitingChallenge } from '../../platform/identity/index.ts'
import { challengeCookieOf } from '../sign-in/session.ts'
import { addAndTell, removeAndTell } from './passkey-commands.ts'
import { PasskeyPage } from './pages/passkey-page.tsx'
import { say, withActor } from './show.tsx'

const addForm = fields({ name: field.name({ most: 60 }), answer: field.text({ most: 20_000 }) })
const removeForm = fields({ passkey: field.text({ most: 36 }) })

export const passkeyRoutes: readonly Route[] = [
  route('keys.ask-passkey', { allowed: signedIn, records: 'nothing' }, (visit) =>
    withActor(visit, async (actor) => {
      const challenge = await visit.database.transact(visit.jurisdiction.id, actor, (tx) =>
        makeChallenge(tx, actor.account),
      )
      return redirect(visit.to('keys.passkey'), [challengeCookieOf(visit, challenge)])
    }),
  ),

  route('keys.passkey', { allowed: signedIn, records: 'nothing' }, (visit) => passkeyPage(visit)),

  route('keys.add-passkey', { allowed: signedIn, records: 'nothing' }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, addForm)
      if (!form.ok) return passkeyPage(visit, form.errors)
      const added = await addAndTell(visit, actor, form.value)
      if (added.kind === 'added')
        return redirectSaying(visit.to('keys'), {
          text: say(visit)('passkey-added'),
          next: say(visit)('passkey-added-next'),
        })
      const wayOn = { href: `${visit.to('keys')}#passkeys`, text: say(visit)('to-keys') }
      return refused(say(visit)(`refused.passkey-${added.kind}`), 409, wayOn)
    }),
  ),

  route('keys.remove-passkey', { allowed: signedIn, records: 'nothing' }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, removeForm)
      const id = form.ok ? parseId('passkey', form.value.passkey) : undefined
      return id && (await removeAndTell(visit, actor, id))
        ? redirectSaying(visit.to('keys'), { text: say(visit)('passkey-removed') })
        : notFound()
    }),
  ),
]

/** The device is asked here; nothing waits for it, in this browser or any more: then one begins anew. */
function passkeyPage(visit: Visit, errors: readonly FieldError[] = []) {
  return withActor(visit, async (actor) => {
    const challenge = visit.challenge && (await waitingChallenge(visit.read, visit.challenge, visit.now))
    const account = await accountById(visit.read, actor.account)
    if (!account || challenge?.account !== actor.account) return redirect(`${visit.to('keys')}#passkeys`)
    const owner = {
      account: actor.account,
      email: account.email,
      name: actor.name,
      place: visit.jurisdiction.name,
      origin: visit.originHere,
    }
    const isWrong = errors.length > 0
    return page({
      title: say(visit)('passkey-title'),
      status: isWrong ? 422 : 200,
      body: (
        <PasskeyPage
          say={say(visit)}
          common={visit.common}
          typed={isWrong ? visit.form.typed : { name: [visit.browser || say(visit)('passkey-unnamed')] }}
          errors={errors}
          options={await optionsToAdd(visit.read, challenge, owner)}
          to={{ add: visit.to('keys.add-passkey'), back: `${visit.to('keys')}#passkeys` }}
        />
      ),
    })
  })
}
