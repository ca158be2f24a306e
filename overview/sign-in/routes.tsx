import { anyone, signedIn } from '@folkmoot/basics/actor.ts'
import { accept } from '@folkmoot/basics/result.ts'
import {
  field,
  fields,
  page,
  readForm,
  redirect,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import {
  accountByEmail,
  endSession,
  ensureAccount,
  makeCode,
  openSession,
  tryCode,
  type CodeRefusal,
} from '../../platform/identity/index.ts'
import { post } from '../../platform/mail/index.ts'
import { beRoutes } from './be-routes.tsx'
import { signInWords } from './messages/words.ts'
import { safeNext } from './next.ts'
import { CodePage } from './pages/code-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { cookieOf } from './session.ts'
import { welcomeRoutes } from './welcome-routes.tsx'

const sendForm = fields({ email: field.email(), next: field.optionalText({ most: 500 }) })
const enterForm = fields({
  email: field.email(),
  code: field.text({ most: 20 }),
  next: field.optionalText({ most: 500 }),
})

export const signInRoutes: readonly Route[] = [
  route('sign-in', { allowed: anyone, records: 'nothing' }, (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    return signInPage(visit, visit.query.get('next') ?? '')
  }),

  route('sign-in.send', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const form = readForm(visit, sendForm)
    const next = form.ok ? form.value.next : (visit.form.typed['next']?.[0] ?? '')
    if (!form.ok) return signInPage(visit, next, form.errors)
    const sent = await mailCode(visit, form.value.email)
    if (!sent.ok) return signInPage(visit, next, [{ field: 'email', text: say(visit)(`refused.${sent.refusal}`) }])
    // Not a redirect: the address would have to stand in the path, where logs and histories keep it.
    return codePage(visit, { email: form.value.email, next })
  }),

  route('sign-in.code', { allowed: anyone, records: 'nothing' }, (visit) =>
    codePage(visit, { email: null, next: visit.query.get('next') ?? '' }),
  ),

  route('sign-in.enter', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const form = readForm(visit, enterForm)
    if (!form.ok) return codePage(visit, typedCode(visit), form.errors)
    const { email, code, next } = form.value
    const entered = await enter(visit, email, code)
    if (typeof entered === 'string')
      return codePage(visit, { email, next }, [{ field: 'code', text: say(visit)(`refused.${entered}`) }])
    const to = safeNext(next, visit.to('home'))
    return redirect(entered.isKnown ? to : `${visit.to('welcome')}?next=${encodeURIComponent(to)}`, [
      cookieOf(visit, entered),
    ])
  }),

  route('sign-out', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const { session } = visit
    if (session) await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) => endSession(tx, session))
    return redirect(visit.to('home'), [cookieOf(visit, null)])
  }),

  ...welcomeRoutes(signedIn),
  ...beRoutes,
]

type Here = Visit<'sign-in'>

/** Makes a code and mails it, in the language the person chose once, else in the page's. */
async function mailCode(visit: Here, email: string) {
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) => {
    const code = await makeCode(tx, email)
    if (!code.ok) return code
    const account = await accountByEmail(tx, email)
    const words = signInWords.say(account?.language ?? visit.lang)
    const place = visit.jurisdiction.name
    await post(tx, {
      to: email,
      subject: words('mail.subject', { place }),
      text: words('mail.text', { code: code.value, place, link: `${visit.origin}${visit.to('home')}` }),
    })
    return accept(null)
  })
}

type Entered = { readonly token: string; readonly expires: Temporal.Instant; readonly isKnown: boolean }

async function enter(visit: Here, email: string, code: string): Promise<Entered | CodeRefusal> {
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) => {
    const tried = await tryCode(tx, email, code)
    if (tried !== 'right') return tried
    const account = await ensureAccount(tx, email, visit.lang)
    const known = await accountByEmail(tx, email)
    return { ...(await openSession(tx, account)), isKnown: known?.consentedAt !== null }
  })
}

function signInPage(visit: Here, next: string, errors: readonly FieldError[] = []): Reply {
  const safe = safeNext(next, '')
  return page({
    title: say(visit)('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <SignInPage
        say={say(visit)}
        common={visit.common}
        typed={visit.form.typed}
        errors={errors}
        next={safe}
        to={{
          send: visit.to('sign-in.send'),
          code: withNext(visit.to('sign-in.code'), safe),
          ...demoLinks(visit),
        }}
      />
    ),
  })
}

type CodeState = { readonly email: string | null; readonly next: string }

function codePage(visit: Here, { email, next }: CodeState, errors: readonly FieldError[] = []): Reply {
  const safe = safeNext(next, '')
  return page({
    title: say(visit)('code.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <CodePage
        say={say(visit)}
        common={visit.common}
        typed={visit.form.typed}
        errors={errors}
        email={email}
        next={safe}
        to={{
          enter: visit.to('sign-in.enter'),
          again: withNext(visit.to('sign-in'), safe),
          ...demoLinks(visit),
        }}
      />
    ),
  })
}

/** What to show again of a code form that could not be read: an address only if it is one. */
function typedCode(visit: Here): CodeState {
  const email = readForm(visit, fields({ email: field.email() }))
  return { email: email.ok ? email.value.email : null, next: visit.form.typed['next']?.[0] ?? '' }
}

function demoLinks(visit: Here): { readonly be: string | null; readonly outbox: string | null } {
  const isOpen = visit.isDemo && visit.jurisdiction.isFictional && !visit.jurisdiction.isTold
  return { be: isOpen ? visit.to('be') : null, outbox: isOpen ? visit.to('outbox') : null }
}

function withNext(path: string, next: string): string {
  return next === '' ? path : `${path}?next=${encodeURIComponent(next)}`
}

function say(visit: Here) {
  return signInWords.say(visit.lang)
}
