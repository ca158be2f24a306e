import { isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
} from '../../platform/http/index.ts'
import { accountById, consentsOf } from '../../platform/identity/index.ts'
import { takeMailsBack, takeOpinionsBack } from './commands.ts'
import { consentWords } from './messages/words.ts'
import { ConsentsPage } from './pages/consents-page.tsx'
import * as rules from './rules.ts'

const takeBackForm = fields({ kind: field.choice(['opinions', 'mails']) })

/** What she agreed to, in which words; and the press that takes it back. */
export const consentRoutes: readonly Route[] = [
  route('me.consents', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    const account = isSignedIn(actor) ? await accountById(visit.read, actor.account) : undefined
    if (!account) return notFound()
    const say = consentWords.say(visit.lang)
    const may = rules.takeBack(actor)
    return page({
      title: say('title'),
      body: (
        <ConsentsPage
          say={say}
          consents={(await consentsOf(visit.read, account.id)).map(({ givenAt, takenBackAt, ...consent }) => ({
            ...consent,
            given: visit.time.day(givenAt),
            takenBack: takenBackAt && visit.time.day(takenBackAt),
          }))}
          hasAgreed={account.consentedAt !== null}
          isMailed={account.mailFrequency !== 'never'}
          hindrance={may.ok ? null : may.refusal}
          to={{
            takeBack: visit.to('me.take-back'),
            welcome: `${visit.to('welcome')}?next=${encodeURIComponent(visit.to('me.consents'))}`,
            settings: `${visit.to('me')}#settings`,
            leaving: visit.to('me.leaving'),
          }}
        />
      ),
    })
  }),

  route('me.take-back', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const say = consentWords.say(visit.lang)
    const form = readForm(visit, takeBackForm)
    if (!form.ok) return refused(form.errors[0]?.text ?? '')
    const { kind } = form.value
    if (kind === 'opinions') {
      const taken = await takeOpinionsBack(visit.database, visit.actor)
      if (!taken.ok) return refused(say(`refused.${taken.refusal}`), 403)
    } else await takeMailsBack(visit.database, visit.actor)
    return redirectSaying(visit.to('me.consents'), { text: say(`done.${kind}`), next: say(`done.${kind}-next`) })
  }),
]
