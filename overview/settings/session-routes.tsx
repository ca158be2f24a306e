import { whoever } from '@folkmoot/basics/actor.ts'
import { field, fields, readForm, refused, route, type Route } from '../../platform/http/index.ts'
import { settingsWords } from './messages/words.ts'
import { signOutAll, signOutOne, type SigningOut } from './session-commands.ts'
import { done, settingsPage, withActor, type Here } from './show.tsx'

const oneForm = fields({ signOutEmail: field.email() })
const allForm = fields({ everybody: field.mustTick() })

/** A lost telephone, a copied disk: what is open is closed, for one person or for all. */
export const sessionRoutes: readonly Route[] = [
  route('settings.end-sessions', { allowed: whoever('administrator'), records: ['settings.sessions-ended'] }, (visit) =>
    withActor(visit, async (actor) => {
      const { database, jurisdiction, session } = visit
      if (!session) return refused(visit.common('refused.sign-in-first'), 403)
      if (visit.form.typed['whose']?.[0] === 'all') {
        const form = readForm(visit, allForm)
        if (!form.ok) return settingsPage(visit, form.errors)
        return done(visit, 'all-signed-out', await signOutAll(database, jurisdiction.id, { actor, session }))
      }
      const form = readForm(visit, oneForm)
      if (!form.ok) return settingsPage(visit, form.errors)
      const by = { account: actor.account, session }
      const mail = signedOutMail({ place: jurisdiction.name, link: linkTo(visit) })
      return done(
        visit,
        'one-signed-out',
        await signOutOne(database, jurisdiction.id, { email: form.value.signOutEmail, mail, by }),
      )
    }),
  ),
]

/** What whoever is signed out by somebody else is told. */
export function signedOutMail(values: { readonly place: string; readonly link: string }): SigningOut['mail'] {
  return (language) => {
    const words = settingsWords.say(language)
    return { subject: words('signed-out-mail.subject', values), text: words('signed-out-mail.text', values) }
  }
}

function linkTo({ origin, to }: Here): string {
  return `${origin}${to('keys')}`
}
