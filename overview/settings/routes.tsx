import { anyone, holds, signedIn, whoever, type SignedIn } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  refused,
  route,
  type Reply,
  type Route,
} from '../../platform/http/index.ts'
import { everydayWords } from '../../platform/i18n/index.ts'
import { accountById } from '../../platform/identity/index.ts'
import { mostOutlineBytes, readOutline } from '../../platform/directory/index.ts'
import { outbox, post } from '../../platform/mail/index.ts'
import * as commands from './commands.ts'
import { settingsWords } from './messages/words.ts'
import { OutboxPage } from './pages/outbox-page.tsx'
import { withoutCodes } from './without-codes.ts'
import { readPlace } from './place-form.ts'
import { seatRoutes } from './seat-routes.tsx'
import { sessionRoutes } from './session-routes.tsx'
import { done, parentsOf, placeNow, say, settingsPage, withActor, type Here } from './show.tsx'

const staffRoles = ['clerk', 'facilitator', 'officer', 'administrator'] as const
const bodyKinds = ['council', 'committee', 'executive', 'parliament', 'office', 'other'] as const

const bodyForm = fields({
  bodyName: field.name({ most: 200 }),
  kind: field.choice(bodyKinds),
  parent: field.optionalText({ most: 36 }),
})
const inviteForm = fields({ inviteEmail: field.email(), role: field.choice(staffRoles) })
const endForm = fields({ account: field.text({ most: 36 }), role: field.choice(staffRoles) })
const unlinkForm = fields({ person: field.text({ most: 36 }) })
const linkForm = fields({ person: field.text({ most: 36 }), linkEmail: field.email() })

const administrator = whoever('administrator')

export const settingsRoutes: readonly Route[] = [
  route('settings', { allowed: administrator, records: 'nothing' }, (visit) => settingsPage(visit)),

  route('settings.save', { allowed: administrator, records: ['settings.place-changed'] }, (visit) =>
    withActor(visit, async (actor) => {
      const read = readPlace({
        form: visit.form,
        common: visit.common,
        say: say(visit),
        spoken: everydayWords.languages,
        parents: await parentsOf(visit),
      })
      if (!read.ok) return settingsPage(visit, read.errors)
      await commands.savePlace(visit.database, actor, { place: await placeNow(visit), settings: read.value })
      return done(visit, 'saved')
    }),
  ),

  route('settings.body', { allowed: administrator, records: ['settings.body-added'] }, (visit) =>
    withActor(visit, async (actor) => {
      const form = readForm(visit, bodyForm)
      if (!form.ok) return settingsPage(visit, form.errors)
      const { bodyName, kind, parent } = form.value
      const added = await commands.addBodyOf(visit.database, actor, {
        name: bodyName,
        kind,
        parent: parseId('body', parent) ?? null,
      })
      return added.ok
        ? done(visit, 'saved')
        : settingsPage(visit, [{ field: 'bodyName', text: say(visit)(`refused.${added.refusal}`) }])
    }),
  ),

  route(
    'settings.invite',
    { allowed: administrator, records: ['settings.staff-invited', 'settings.staff-ended'] },
    (visit) => withActor(visit, (actor) => (visit.form.typed['end'] ? endRole(visit, actor) : invite(visit, actor))),
  ),

  route(
    'settings.link-person',
    { allowed: administrator, records: ['settings.person-linked', 'settings.person-unlinked'] },
    (visit) => withActor(visit, (actor) => (visit.form.typed['end'] ? unlink(visit, actor) : link(visit, actor))),
  ),

  ...seatRoutes,
  ...sessionRoutes,

  route('settings.outline', { allowed: administrator, records: ['settings.outline-given'] }, (visit) =>
    withActor(visit, async (actor) => {
      const sent = visit.form.files['outline']
      const wrong = (text: string): Promise<Reply> => settingsPage(visit, [{ field: 'outline', text }])
      if (!sent) return wrong(visit.common('required'))
      if (sent.size > mostOutlineBytes) return wrong(say(visit)('refused.outline-too-large'))
      const outline = readOutline(new Uint8Array(await sent.arrayBuffer()))
      if (!outline.ok) return wrong(say(visit)(`refused.${outline.refusal}`))
      await commands.giveOutline(visit.database, visit.jurisdiction.id, { actor, outline: outline.value })
      return done(visit, 'outline-given')
    }),
  ),

  route('settings.mail-test', { allowed: administrator, records: 'nothing' }, (visit) =>
    withActor(visit, async (actor) => {
      await visit.database.transact(visit.jurisdiction.id, actor, async (tx) => {
        const account = await accountById(tx, actor.account)
        if (account) await post(tx, { to: account.email, ...mailWords(visit, 'mail-test', {})(account.language) })
      })
      return done(visit, 'mail-sent')
    }),
  ),

  route('outbox', { allowed: anyone, records: 'nothing' }, async (visit) => {
    // Codes to sign in lie here too: open only where all people are invented.
    const isOpen = visit.isDemo && visit.jurisdiction.isFictional && !visit.jurisdiction.isTold
    if (!isOpen && !signedIn.allows(visit.actor)) return notFound()
    if (!isOpen && !holds(visit.actor, ...staffRoles)) return refused(visit.common('refused.not-allowed'), 403)
    const sees = isOpen ? 'all' : holds(visit.actor, 'administrator') ? 'codes' : 'no-codes'
    const mails = await outbox(visit.read)
    return page({
      title: say(visit)('outbox.title'),
      body: (
        <OutboxPage
          say={say(visit)}
          sees={sees}
          mails={mails.map((mail) => ({
            subject: mail.subject,
            text: sees === 'no-codes' ? withoutCodes(mail.text) : mail.text,
            line: say(visit)('outbox.to', {
              to: mail.to,
              day: visit.time.day(mail.at),
              hour: visit.time.hour(mail.at),
            }),
          }))}
        />
      ),
    })
  }),
]

async function invite(visit: Here, actor: SignedIn): Promise<Reply> {
  const form = readForm(visit, inviteForm)
  if (!form.ok) return settingsPage(visit, form.errors)
  const { inviteEmail: email, role } = form.value
  const renewed = await commands.inviteStaff(visit.database, actor, {
    session: visit.session,
    email,
    role,
    language: visit.lang,
    mail: (lang) => mailWords(visit, 'invite-mail', { role: everydayWords.say(lang)(`role.${role}`) })(lang),
  })
  return done(visit, 'invited', renewed)
}

async function endRole(visit: Here, actor: SignedIn): Promise<Reply> {
  const form = readForm(visit, endForm)
  const account = form.ok ? parseId('account', form.value.account) : undefined
  if (!form.ok || !account) return settingsPage(visit, [{ field: '', text: say(visit)('refused.no-such-account') }])
  const ended = await commands.endStaff(visit.database, actor, {
    account,
    role: form.value.role,
    session: visit.session,
  })
  return ended.ok
    ? done(visit, 'saved', ended.value)
    : settingsPage(visit, [{ field: '', text: say(visit)(`refused.${ended.refusal}`) }])
}

async function link(visit: Here, actor: SignedIn): Promise<Reply> {
  const form = readForm(visit, linkForm)
  if (!form.ok) return settingsPage(visit, form.errors)
  const person = parseId('person', form.value.person)
  if (!person) return settingsPage(visit, [{ field: 'person', text: visit.common('choose-one') }])
  const linked = await commands.linkPolitician(visit.database, actor, {
    session: visit.session,
    person,
    email: form.value.linkEmail,
    language: visit.lang,
    mail: (name) => mailWords(visit, 'link-mail', { name }),
  })
  return linked.ok
    ? done(visit, 'linked', linked.value)
    : settingsPage(visit, [{ field: 'person', text: say(visit)(`refused.${linked.refusal}`) }])
}

async function unlink(visit: Here, actor: SignedIn): Promise<Reply> {
  const form = readForm(visit, unlinkForm)
  const person = form.ok ? parseId('person', form.value.person) : undefined
  const ended = person && (await commands.unlinkPolitician(visit.database, actor, { person, session: visit.session }))
  return ended?.ok
    ? done(visit, 'unlinked', ended.value)
    : settingsPage(visit, [{ field: '', text: say(visit)('refused.no-such-person') }])
}

type MailName = 'invite-mail' | 'link-mail' | 'mail-test'

function mailWords(visit: Here, name: MailName, values: Readonly<Record<string, string>>): commands.MailIn {
  return (lang) => {
    const words = settingsWords.say(lang)
    const all = {
      ...values,
      place: visit.jurisdiction.name,
      by: visit.actor.name,
      link: `${visit.origin}${visit.to('sign-in')}`,
    }
    return { subject: words(`${name}.subject`, all), text: words(`${name}.text`, all) }
  }
}
