import { pageLanguages } from '../../platform/i18n/index.ts'
import { anyone, holds, isSignedIn, signedIn, type Actor, type RoleName } from '@folkmoot/basics/actor.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import {
  field,
  fields,
  isOnePress,
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
import { accountById, delegationsTo, endAllSessions, type Account, type Agreed } from '../../platform/identity/index.ts'
import { accountOfStopLink, markRead, noticesOf, stopByLink } from '../../platform/notices/index.ts'
import { languageName } from '../language-name.ts'
import { noticeLine } from '../notice-line.ts'
import { savePreferences } from '../sign-in/commands.ts'
import { nameError } from '../sign-in/name-error.ts'
import { cookieOf } from '../sign-in/session.ts'
import { aboutYou } from '../../stages/arena/index.ts'
import { waitingFor } from '../waiting.ts'
import { identitiesOf, identityRoutes } from './identities.tsx'
import { meWords } from './messages/words.ts'
import { ownThings } from './own-things.ts'
import { MePage } from './pages/me-page.tsx'
import { StopPage } from './pages/stop-page.tsx'

const preferencesForm = fields({
  name: field.name({ least: 2, most: 80 }),
  language: field.text({ most: 8 }),
  mailFrequency: field.choice(['at-once', 'digest', 'never']),
})

/** A linked politician bears the council's name for her. */
const officeHolderForm = preferencesForm.omit({ name: true })

export const meRoutes: readonly Route[] = [
  route('me', { allowed: signedIn, records: 'nothing' }, (visit) => mePage(visit)),

  route('me.save', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    const form = readForm(visit, actor.person === null ? preferencesForm : officeHolderForm)
    if (!form.ok) return mePage(visit, form.errors)
    if (!pageLanguages(visit.jurisdiction).includes(form.value.language))
      return mePage(visit, [{ field: 'language', text: visit.common('choose-one') }])
    const chosen = form.value.mailFrequency
    const wording = `${meWords.say(visit.lang)('mail')} ${chosen === 'never' ? '' : meWords.say(visit.lang)(`mail-${chosen}`)}`
    const agreed: Agreed = { kind: 'mails', wording, language: visit.lang }
    const saved = await savePreferences(visit.database, actor, { name: actor.name, ...form.value, agreed })
    if (!saved.ok) return mePage(visit, [nameError(visit, saved.refusal)])
    return redirect(`${href('me', { lang: form.value.language, jurisdiction: visit.jurisdiction.slug })}?saved=yes`)
  }),

  route('me.end-sessions', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    await visit.database.transact(visit.jurisdiction.id, actor, (tx) => endAllSessions(tx, actor.account))
    return redirect(visit.to('sign-in'), [cookieOf(visit, null)])
  }),

  ...identityRoutes,

  route('notices.read', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    await visit.database.transact(visit.jurisdiction.id, actor, (tx) => markRead(tx, actor.account))
    return redirect(visit.to('me'))
  }),

  // Whoever has the mail has the link; to open it changes nothing, for programs open links before people do.
  route('notices.stopping', { allowed: anyone, records: 'nothing' }, (visit) => stopPage(visit)),

  route('notices.stop', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const { token } = visit.params
    const isStopped = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) => stopByLink(tx, token))
    if (!isStopped) return notFound()
    // A mail program follows no redirect, and shows nobody what it gets.
    if (isOnePress(visit.form)) return stopPage(visit)
    const say = meWords.say(visit.lang)
    const next = say('stopped-next')
    return redirectSaying(visit.to('notices.stopping', { token }), { text: say('stopped'), next })
  }),
]

async function stopPage(visit: Visit<'notices.stopping'> | Visit<'notices.stop'>): Promise<Reply> {
  const id = await accountOfStopLink(visit.read, visit.params.token)
  const account = id && (await accountById(visit.read, id))
  if (!account) return notFound()
  const say = meWords.say(visit.lang)
  const place = visit.jurisdiction.name
  return page({
    title: say('stop-title', { place }),
    body: (
      <StopPage
        say={say}
        place={place}
        frequency={account.mailFrequency}
        to={{ stop: visit.to('notices.stop', { token: visit.params.token }), me: `${visit.to('me')}#settings` }}
      />
    ),
  })
}

async function mePage(visit: Visit<'me'>, errors: readonly FieldError[] = []): Promise<Reply> {
  const { actor } = visit
  const account = isSignedIn(actor) ? await accountById(visit.read, actor.account) : undefined
  if (!isSignedIn(actor) || !account) return notFound()
  const say = meWords.say(visit.lang)
  const [notices, { mine, follows }, waiting, about, preparing, identities] = await Promise.all([
    noticesOf(visit.read, actor.account),
    ownThings(visit, actor),
    waitingFor(visit, visit.query.get('all') === 'yes'),
    aboutYou(visit),
    delegationsTo(visit.read, actor.account, visit.now),
    identitiesOf(visit),
  ])
  return page({
    title: say('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MePage
        say={say}
        reader={visit}
        now={visit.now}
        waiting={waiting.first}
        count={waiting.count}
        common={visit.common}
        account={account}
        name={actor.name}
        role={roleShown(actor)}
        place={visit.jurisdiction.name}
        typed={errors.length > 0 ? visit.form.typed : typedOf(account)}
        errors={errors}
        isSaved={visit.query.get('saved') === 'yes'}
        languages={pageLanguages(visit.jurisdiction).map((value) => ({ value, label: languageName(value) }))}
        notices={notices.map((notice) => noticeLine(visit, notice))}
        mine={mine}
        follows={follows}
        aboutYou={about}
        identities={identities}
        to={{
          save: visit.to('me.save'),
          keys: visit.to('keys'),
          residence: holds(actor, 'resident') ? visit.to('residence') : null,
          data: visit.to('me.data'),
          consents: visit.to('me.consents'),
          leaving: visit.to('me.leaving'),
          read: visit.to('notices.read'),
          welcome: `${visit.to('welcome')}?next=${encodeURIComponent(visit.to('me'))}`,
          raise: visit.to('problem.new'),
          cases: visit.to('cases'),
          settings: holds(actor, 'administrator') ? visit.to('settings') : null,
          delegates: holds(actor, 'politician') || preparing.length > 0 ? visit.to('delegates') : null,
        }}
      />
    ),
  })
}

/** What she is here, in one word: an office before a service, a service before living here. */
function roleShown(actor: Actor): RoleName {
  return rolesShown.find((role) => holds(actor, role)) ?? 'resident'
}

const rolesShown = ['politician', 'administrator', 'clerk', 'facilitator', 'officer', 'organisation'] as const

function typedOf(account: Account) {
  return { name: [account.name], language: [account.language], mailFrequency: [account.mailFrequency] }
}
