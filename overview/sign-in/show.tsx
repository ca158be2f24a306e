import { page, redirect, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { waitingAttempt, type Waiting } from '../../platform/identity/index.ts'
import { waitingProof } from '../../platform/identity/oidc/index.ts'
import type { SignedInNow } from './commands.ts'
import { labelOf } from './eid-commands.ts'
import { signInWords } from './messages/words.ts'
import { safeNext, withNext } from './next.ts'
import { SignInPage, type SignInNote } from './pages/sign-in-page.tsx'
import { attemptCookieOf, cookieOf } from './session.ts'

export type Here = Visit<'sign-in'>

export async function waitingHere(visit: Here): Promise<Waiting | undefined> {
  return visit.attempt && waitingAttempt(visit.read, visit.attempt, visit.now)
}

export type SignInState = {
  readonly next: string
  readonly errors?: readonly FieldError[]
  /** Why she is here, where it was not to sign in that she came. */
  readonly note?: SignInNote
  /** The address of the page opens something. */
  readonly isSecret?: boolean
}

export async function signInPage(
  visit: Here,
  { next, errors = [], note, isSecret = false }: SignInState,
): Promise<Reply> {
  const proven = visit.errand === undefined ? undefined : await waitingProof(visit.read, visit.errand, visit.now)
  const safe = safeNext(next, '')
  const say = signInWords.say(visit.lang)
  return page({
    title: say('title'),
    status: errors.length > 0 ? 422 : 200,
    isSecret,
    body: (
      <SignInPage
        say={say}
        common={visit.common}
        typed={visit.form.typed}
        errors={errors}
        next={safe}
        note={note ?? null}
        eid={eidChoices(visit)}
        proven={proven ? labelOf(visit, proven) : null}
        to={{
          send: visit.to('sign-in.send'),
          passkey: visit.to('sign-in.ask-passkey'),
          code: visit.attempt ? withNext(visit.to('sign-in.code'), safe) : null,
          ...demoLinks(visit),
        }}
      />
    ),
  })
}

function eidChoices(visit: Here) {
  const offered = visit.eid?.offered ?? []
  return offered.map(({ name, label }) => ({ label, action: visit.to('sign-in.with', { provider: name }) }))
}

/** Signed in, and on her way; where somebody new goes on to without a wish of her own, the welcome page knows. */
export function goOn(visit: Here, entered: SignedInNow, next: string): Reply {
  const to = entered.isKnown ? safeNext(next, visit.to('home')) : withNext(visit.to('welcome'), safeNext(next, ''))
  return redirect(to, [cookieOf(visit, entered), attemptCookieOf(visit, null)])
}

export function demoLinks(visit: Here): { readonly be: string | null; readonly outbox: string | null } {
  const isOpen = visit.isDemo && visit.jurisdiction.isFictional && !visit.jurisdiction.isTold
  return { be: isOpen ? visit.to('be') : null, outbox: isOpen ? visit.to('outbox') : null }
}
