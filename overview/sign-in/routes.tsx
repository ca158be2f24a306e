import { anyone, signedIn } from '@folkmoot/basics/actor.ts'
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
} from '../../platform/http/index.ts'
import { endSession, type Waiting } from '../../platform/identity/index.ts'
import { againRoutes } from './again.tsx'
import { beRoutes } from './be-routes.tsx'
import { enter, mailCode } from './commands.ts'
import { eidRoutes } from './eid-routes.tsx'
import { signInWords } from './messages/words.ts'
import { linkRoutes } from './link-routes.tsx'
import { safeNext, withNext } from './next.ts'
import { CodePage } from './pages/code-page.tsx'
import { passkeySignInRoutes } from './passkey-routes.tsx'
import { attemptCookieOf, cookieOf } from './session.ts'
import { demoLinks, goOn, signInPage, waitingHere, type Here } from './show.tsx'
import { welcomeRoutes } from './welcome-routes.tsx'

const sendForm = fields({ email: field.email(), next: field.optionalText({ most: 500 }) })
const enterForm = fields({ code: field.text({ most: 20 }), next: field.optionalText({ most: 500 }) })

export const signInRoutes: readonly Route[] = [
  route('sign-in', { allowed: anyone, records: 'nothing' }, (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    return signInPage(visit, { next: visit.query.get('next') ?? '' })
  }),

  route('sign-in.send', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const form = readForm(visit, sendForm)
    if (!form.ok) return signInPage(visit, { next: typedNext(visit), errors: form.errors })
    const { email, next } = form.value
    const asked = await mailCode(visit, email, { next: safeNext(next, '') })
    if (asked.kind === 'too-many-from-here') {
      const text = say(visit)('refused.too-many-from-here', { hour: visit.time.hour(asked.again) })
      return signInPage(visit, { next, errors: [{ field: 'email', text }] })
    }
    return redirect(withNext(visit.to('sign-in.code'), safeNext(next, '')), [attemptCookieOf(visit, asked)])
  }),

  route('sign-in.code', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const next = visit.query.get('next') ?? ''
    const waiting = await waitingHere(visit)
    return waiting ? codePage(visit, { waiting, next }) : signInPage(visit, { next, note: 'code.elsewhere' })
  }),

  route('sign-in.enter', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const waiting = await waitingHere(visit)
    if (!waiting || !visit.attempt) {
      const errors = [{ field: 'email', text: say(visit)('refused.ask-here-first') }]
      return signInPage(visit, { next: typedNext(visit), errors })
    }
    const form = readForm(visit, enterForm)
    if (!form.ok) return codePage(visit, { waiting, next: typedNext(visit) }, form.errors)
    const { code, next } = form.value
    const entered = await enter(visit, visit.attempt, code)
    if (entered.kind !== 'right') {
      const text = say(visit)(
        `refused.${entered.kind}`,
        entered.kind === 'wrong-code' ? { left: entered.triesLeft } : {},
      )
      return codePage(visit, { waiting, next }, [{ field: 'code', text }])
    }
    return goOn(visit, entered, next)
  }),

  route('sign-out', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const { session } = visit
    if (session) await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) => endSession(tx, session))
    return redirect(visit.to('home'), [cookieOf(visit, null)])
  }),

  ...linkRoutes,
  ...passkeySignInRoutes,
  ...eidRoutes,
  ...againRoutes,
  ...welcomeRoutes(signedIn),
  ...beRoutes,
]

type CodeState = { readonly waiting: Waiting; readonly next: string }

function codePage(visit: Here, { waiting, next }: CodeState, errors: readonly FieldError[] = []): Reply {
  const safe = safeNext(next, '')
  return page({
    title: say(visit)('code.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <CodePage
        say={say(visit)}
        common={visit.common}
        errors={errors}
        lead={leadOf(visit, waiting)}
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

/** Where the code lies and until when it is good; and when the next mail can be sent to a flooded address. */
function leadOf(visit: Here, { email, isAlive, isLong, expires, mailedAt, nextMailAt }: Waiting): string {
  if (!isAlive) return say(visit)('refused.code-expired')
  const until = visit.time.hour(expires)
  if (!isLong || !nextMailAt) return say(visit)('code.sent', { email, until })
  return say(visit)('code.flooded', {
    email,
    until,
    sent: visit.time.hour(mailedAt),
    again: visit.time.hour(nextMailAt),
  })
}

function typedNext(visit: Here): string {
  return visit.form.typed['next']?.[0] ?? ''
}

function say(visit: Here) {
  return signInWords.say(visit.lang)
}
