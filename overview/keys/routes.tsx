import { anyone, signedIn } from '@folkmoot/basics/actor.ts'
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
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import {
  accountById,
  endOtherSessions,
  endSessionNamed,
  isFresh,
  undoableChange,
  waitingAttempt,
  type Waiting,
} from '../../platform/identity/index.ts'
import { attemptCookieOf, cookieOf, proofCookieOf } from '../sign-in/session.ts'
import { changeToCoded, mailAddressCode, mailProofCode, undoByLink, type NotChanged } from './commands.ts'
import { AddressPage } from './pages/address-page.tsx'
import { UndoOverPage, UndoPage } from './pages/undo-page.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { keysPage, say, withActor, type Here } from './show.tsx'

const endForm = fields({ session: field.text({ most: 36 }) })
const addressForm = fields({ email: field.email() })
const codeForm = fields({ code: field.text({ most: 20 }), proof: field.optionalText({ most: 20 }) })

export const keyRoutes: readonly Route[] = [
  route('keys', { allowed: signedIn, records: 'nothing' }, (visit) => keysPage(visit)),

  route('keys.end', { allowed: signedIn, records: 'nothing' }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, endForm)
      const id = form.ok ? parseId('session', form.value.session) : undefined
      if (!id) return notFound()
      const isEnded = await visit.database.transact(visit.jurisdiction.id, actor, (tx) =>
        endSessionNamed(tx, actor.account, id),
      )
      return isEnded ? redirectSaying(visit.to('keys'), { text: say(visit)('ended') }) : notFound()
    }),
  ),

  route('keys.end-others', { allowed: signedIn, records: 'nothing' }, (visit) =>
    withActor(visit, async (actor) => {
      const { session } = visit
      if (!session) return refused(visit.common('refused.sign-in-first'), 403)
      await visit.database.transact(visit.jurisdiction.id, actor, (tx) => endOtherSessions(tx, actor.account, session))
      return redirectSaying(visit.to('keys'), { text: say(visit)('others-ended') })
    }),
  ),

  route('keys.ask-address', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const form = readForm(visit, addressForm)
    if (!form.ok) return keysPage(visit, form.errors)
    const asked = await mailAddressCode(visit, form.value.email)
    if (asked.kind !== 'asked') return tooManyFromHere(visit, asked.again)
    const proof = await askProof(visit)
    if (proof && proof.kind !== 'asked') return tooManyFromHere(visit, proof.again)
    const cookies = [attemptCookieOf(visit, asked), ...(proof ? [proofCookieOf(visit, proof)] : [])]
    return redirect(visit.to('keys.address'), cookies)
  }),

  route('keys.address', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const waiting = await waitingHere(visit)
    return waiting ? addressPage(visit, waiting) : redirect(`${visit.to('keys')}#address`)
  }),

  route('keys.change-address', { allowed: signedIn, records: 'nothing' }, (visit) =>
    withActor(visit, async (actor) => {
      const waiting = await waitingHere(visit)
      if (!waiting || !visit.attempt)
        return keysPage(visit, [{ field: 'email', text: say(visit)('refused.ask-first') }])
      const form = readForm(visit, codeForm)
      if (!form.ok) return addressPage(visit, waiting, form.errors)
      const changed = await changeToCoded(visit, actor, { attempt: visit.attempt, ...form.value })
      if (changed.kind !== 'changed') return notChanged(visit, waiting, changed)
      const done = { text: say(visit)('address-changed'), next: say(visit)('address-changed-next') }
      const cookies = [cookieOf(visit, changed.session), attemptCookieOf(visit, null), proofCookieOf(visit, null)]
      return { ...redirectSaying(visit.to('keys'), done), cookies }
    }),
  ),

  // Whoever has the mail has the link; to open it changes nothing, for programs open links before people do.
  route('keys.undoing', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const change = await undoableChange(visit.read, visit.params.token, visit.now)
    if (!change) return undoOver(visit)
    return page({
      title: say(visit)('undo-title'),
      body: (
        <UndoPage
          say={say(visit)}
          place={visit.jurisdiction.name}
          day={visit.time.day(change.changedAt)}
          until={visit.time.deadline(change.until)}
          action={visit.to('keys.undo', { token: visit.params.token })}
        />
      ),
      isSecret: true,
    })
  }),

  route('keys.undo', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const undone = await undoByLink(visit, visit.params.token)
    if (undone.ok)
      return {
        ...redirectSaying(visit.to('sign-in'), { text: say(visit)('undone'), next: say(visit)('undone-next') }),
        cookies: [cookieOf(visit, null)],
      }
    return undone.refusal === 'over' ? undoOver(visit) : refused(say(visit)('refused.address-taken-since'))
  }),

  ...passkeyRoutes,
]

function tooManyFromHere(visit: Here, again: Temporal.Instant): Promise<Reply> {
  const text = say(visit)('refused.too-many-from-here', { hour: visit.time.hour(again) })
  return keysPage(visit, [{ field: 'email', text }])
}

/** Where the last proof of who she is is not fresh, her own mailbox is asked too. */
async function askProof(visit: Here) {
  const account = await unprovenAccount(visit)
  return account && mailProofCode(visit, account.email)
}

async function unprovenAccount({ actor, now, read }: Here) {
  return actor.account === null || isFresh(actor.authenticatedAt, now) ? undefined : accountById(read, actor.account)
}

async function addressPage(visit: Here, waiting: Waiting, errors: readonly FieldError[] = []): Promise<Reply> {
  const unproven = await unprovenAccount(visit)
  const until = visit.time.hour(waiting.expires)
  return page({
    title: say(visit)('address-title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AddressPage
        say={say(visit)}
        common={visit.common}
        errors={errors}
        present={unproven?.email ?? null}
        lead={
          waiting.isAlive
            ? say(visit)('address-sent', { email: waiting.email, until })
            : say(visit)('refused.code-expired')
        }
        to={{ change: visit.to('keys.change-address'), again: `${visit.to('keys')}#address` }}
      />
    ),
  })
}

/** The code of her own mailbox was right: it is not asked for again. */
function provenHere(visit: Here): Here {
  return { ...visit, actor: { ...visit.actor, authenticatedAt: visit.now } }
}

async function notChanged(visit: Here, waiting: Waiting, refusal: NotChanged): Promise<Reply> {
  const left = 'triesLeft' in refusal ? { left: refusal.triesLeft } : {}
  const text = say(visit)(`refused.${refusal.kind}`, left)
  switch (refusal.kind) {
    case 'wrong-code':
    case 'code-expired':
      return addressPage(provenHere(visit), waiting, [{ field: 'code', text }])
    case 'wrong-proof':
      return addressPage(visit, waiting, [{ field: 'proof', text }])
    default:
      return keysPage(visit, [{ field: 'email', text }])
  }
}

function undoOver(visit: Visit): Reply {
  const privacy = visit.to('about', { page: 'privacy' })
  return page({
    title: say(visit)('undo-over'),
    status: 404,
    body: <UndoOverPage say={say(visit)} privacy={privacy} />,
    isSecret: true,
  })
}

async function waitingHere(visit: Here): Promise<Waiting | undefined> {
  return visit.attempt && waitingAttempt(visit.read, visit.attempt, visit.now)
}
