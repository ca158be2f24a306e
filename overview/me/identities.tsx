import { isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
import type { Child } from 'hono/jsx'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { externalsOf } from '../../platform/identity/oidc/index.ts'
import { labelOf, unlink } from '../sign-in/eid-commands.ts'
import { setOut } from '../sign-in/eid-routes.tsx'
import { signInWords } from '../sign-in/messages/words.ts'
import { safeNext } from '../sign-in/next.ts'
import { cookieOf } from '../sign-in/session.ts'
import { meWords } from './messages/words.ts'
import { Identities } from './pages/identities.tsx'

const unlinkForm = fields({ issuer: field.text({ most: 500 }) })

const linkForm = fields({ next: field.optionalText({ most: 500 }) })

export const identityRoutes: readonly Route[] = [
  route('me.link', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { account } = visit.actor
    const form = readForm(visit, linkForm)
    const next = safeNext(form.ok ? form.value.next : '', '')
    return setOut(visit, { provider: visit.params.provider, purpose: 'link', account, next })
  }),

  route('me.unlink', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    const form = readForm(visit, unlinkForm)
    const linked = form.ok ? await externalsOf(visit.read, actor.account) : []
    const found = form.ok ? linked.find(({ issuer }) => issuer === form.value.issuer) : undefined
    if (!found) return notFound()
    const session = await unlink(visit, actor, found.issuer)
    const say = signInWords.say(visit.lang)
    const label = labelOf(visit, found)
    const done = { text: say('eid.unlinked', { label }), next: say('eid.unlinked-next') }
    return {
      ...redirectSaying(`${visit.to('me')}#identities`, done),
      cookies: session ? [cookieOf(visit, session)] : [],
    }
  }),
]

/** The part of her page about electronic identities; nothing where there are none to link and none linked. */
export async function identitiesOf(visit: Visit<'me'>): Promise<Child> {
  const { account } = visit.actor
  if (account === null) return null
  const linked = await externalsOf(visit.read, account)
  const offered = (visit.eid?.offered ?? []).filter(({ issuer }) => !linked.some((one) => one.issuer === issuer))
  if (linked.length === 0 && offered.length === 0) return null
  const say = meWords.say(visit.lang)
  const lines = linked.map(({ issuer, assurance, usedAt }) => ({
    issuer,
    label: labelOf(visit, { issuer }),
    line: say('identities-line', { level: visit.common(`assurance.${assurance}`), day: visit.time.day(usedAt) }),
  }))
  return (
    <Identities
      say={say}
      linked={lines}
      offered={offered.map(({ name, label }) => ({ label, action: visit.to('me.link', { provider: name }) }))}
      to={{ unlink: visit.to('me.unlink'), me: `${visit.to('me')}#identities` }}
    />
  )
}
