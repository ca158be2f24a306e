import { anyone } from '@folkmoot/basics/actor.ts'
import { field, fields, page, readForm, redirect, refused, route, type Route } from '../../platform/http/index.ts'
import { makeChallenge, optionsToSignIn, waitingChallenge } from '../../platform/identity/index.ts'
import { signInWords } from './messages/words.ts'
import { safeNext, withNext } from './next.ts'
import { enterByPasskey } from './passkey-commands.ts'
import { PasskeyPage } from './pages/passkey-page.tsx'
import { challengeCookieOf } from './session.ts'
import { goOn } from './show.tsx'

const askForm = fields({ next: field.optionalText({ most: 500 }) })
const answerForm = fields({ answer: field.text({ most: 20_000 }) })

/** Signing in with a passkey: the device says which account it is, so nothing is typed. */
export const passkeySignInRoutes: readonly Route[] = [
  route('sign-in.ask-passkey', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const form = readForm(visit, askForm)
    const next = safeNext(form.ok ? form.value.next : '', '')
    const challenge = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) => makeChallenge(tx, null))
    return redirect(withNext(visit.to('sign-in.passkey'), next), [challengeCookieOf(visit, challenge)])
  }),

  route('sign-in.passkey', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const next = safeNext(visit.query.get('next'), '')
    const challenge = visit.challenge && (await waitingChallenge(visit.read, visit.challenge, visit.now))
    if (challenge?.account !== null) return redirect(withNext(visit.to('sign-in'), next))
    const say = signInWords.say(visit.lang)
    return page({
      title: say('passkey.title'),
      body: (
        <PasskeyPage
          say={say}
          options={await optionsToSignIn(challenge, visit.originHere)}
          to={{
            signIn: withNext(visit.to('sign-in.by-passkey'), next),
            code: withNext(visit.to('sign-in'), next),
          }}
        />
      ),
    })
  }),

  route('sign-in.by-passkey', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const next = safeNext(visit.query.get('next'), '')
    const say = signInWords.say(visit.lang)
    const form = readForm(visit, answerForm)
    const entered = form.ok ? await enterByPasskey(visit, form.value.answer) : { kind: 'refused' as const }
    if (entered.kind === 'right') return goOn(visit, entered, next)
    const wayOn = { href: withNext(visit.to('sign-in'), next), text: say('passkey.back') }
    return refused(say(`refused.passkey-${entered.kind}`), 409, wayOn)
  }),
]
