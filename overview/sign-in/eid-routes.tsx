import { anyone, isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
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
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { accountById } from '../../platform/identity/index.ts'
import { errandUnderWay, waitingProof, type Errand } from '../../platform/identity/oidc/index.ts'
import { arrive, begin, labelOf, linkWaiting, tripOf, type ArrivalRefusal } from './eid-commands.ts'
import { signInWords } from './messages/words.ts'
import { safeNext, withNext } from './next.ts'
import { AwayPage } from './pages/away-page.tsx'
import { JoinPage } from './pages/join-page.tsx'
import { cookieOf, errandCookieOf } from './session.ts'

const startForm = fields({
  purpose: field.choice(['sign-in', 'prove']),
  next: field.optionalText({ most: 500 }),
})

/** Signing in with an electronic identity: away to its provider, and back. */
export const eidRoutes: readonly Route[] = [
  route('sign-in.with', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const form = readForm(visit, startForm)
    if (!form.ok) return notFound()
    const { purpose, next } = form.value
    const account = purpose === 'sign-in' ? null : visit.actor.account
    if (purpose !== 'sign-in' && account === null) return refused(visit.common('refused.sign-in-first'), 403)
    return setOut(visit, { provider: visit.params.provider, purpose, account, next: safeNext(next, '') })
  }),

  // A page of ours between our form and the provider: a form may lead nowhere but here (Content-Security-Policy).
  route('sign-in.away', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const { errand: token, eid } = visit
    const errand = token === undefined ? undefined : await errandUnderWay(visit.read, token, visit.now)
    if (!errand || token === undefined || !eid) return failed(visit, 'too-late', '')
    const label = labelOf(visit, errand)
    const way = await eid.wayTo(tripOf(visit, { token, provider: errand.provider }), 'low')
    if (way === undefined) return failed(visit, 'unreachable', label)
    const say = signInWords.say(visit.lang)
    return page({
      title: say('eid.away', { label }),
      leadsTo: way,
      body: <AwayPage say={say} label={label} way={way} back={withNext(visit.to('sign-in'), errand.next)} />,
    })
  }),

  route('sign-in.back', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const { provider } = visit.params
    const arrived = await arrive(visit, provider)
    const label = labelOf(visit, { provider })
    const over = errandCookieOf(visit, null)
    switch (arrived.kind) {
      case 'in': {
        const { isKnown, next, session } = arrived
        const to = isKnown ? safeNext(next, visit.to('home')) : withNext(visit.to('welcome'), safeNext(next, ''))
        return redirect(to, [cookieOf(visit, session), over])
      }
      case 'linked': {
        const reply = saidLinked(visit, label, safeNext(arrived.next, `${visit.to('me')}#identities`))
        return { ...reply, cookies: [cookieOf(visit, arrived.session), over] }
      }
      case 'waiting':
        if (isSignedIn(visit.actor)) return redirect(withNext(visit.to('sign-in.joining'), safeNext(arrived.next, '')))
        return redirect(
          withNext(visit.to('sign-in'), withNext(visit.to('sign-in.joining'), safeNext(arrived.next, ''))),
        )
      default:
        return failed(visit, arrived.kind, label)
    }
  }),

  route('sign-in.joining', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor, errand: token } = visit
    const waiting = token === undefined ? undefined : await waitingProof(visit.read, token, visit.now)
    const account = isSignedIn(actor) ? await accountById(visit.read, actor.account) : undefined
    if (!waiting || !account) return failed(visit, 'too-late', '')
    const say = signInWords.say(visit.lang)
    const label = labelOf(visit, waiting)
    const next = safeNext(visit.query.get('next'), '')
    return page({
      title: say('eid.link-title', { label }),
      body: (
        <JoinPage
          say={say}
          label={label}
          email={account.email}
          to={{ link: withNext(visit.to('sign-in.join'), next), leave: next || visit.to('home') }}
        />
      ),
    })
  }),

  route('sign-in.join', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor, errand: token } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    const waiting = token === undefined ? undefined : await waitingProof(visit.read, token, visit.now)
    const label = waiting ? labelOf(visit, waiting) : ''
    const linked = await linkWaiting(visit, actor)
    if (!linked.ok) return failed(visit, linked.refusal, label)
    const reply = saidLinked(visit, label, safeNext(visit.query.get('next'), `${visit.to('me')}#identities`))
    return { ...reply, cookies: [cookieOf(visit, linked.value), errandCookieOf(visit, null)] }
  }),
]

/** Away to a provider; this browser alone comes back from there. */
export async function setOut(visit: Visit, errand: Errand): Promise<Reply> {
  if (!visit.eid?.offered.some(({ name }) => name === errand.provider)) return notFound()
  return redirect(visit.to('sign-in.away'), [errandCookieOf(visit, await begin(visit, errand))])
}

function saidLinked(visit: Visit, label: string, to: string) {
  const say = signInWords.say(visit.lang)
  return redirectSaying(to, { text: say('eid.linked', { label }), next: say('eid.linked-next', { label }) })
}

/** What went wrong on the way, and the way that is always open. */
function failed(visit: Visit, why: ArrivalRefusal, label: string): Reply {
  const say = signInWords.say(visit.lang)
  const [to, text] = isSignedIn(visit.actor)
    ? [`${visit.to('me')}#identities`, say('eid.to-me')]
    : [visit.to('sign-in'), say('eid.way-on')]
  return refused(say(`refused.eid-${why}`, { label }), 409, { href: to, text })
}
