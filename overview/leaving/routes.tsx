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
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { accountById, wordsOfLeaver } from '../../platform/identity/index.ts'
import { cookieOf } from '../sign-in/session.ts'
import { askToLeave } from './commands.ts'
import { leavingWords } from './messages/words.ts'
import { LeavePage } from './pages/leave-page.tsx'
import * as rules from './rules.ts'

const leaveForm = fields({
  words: field.choice(wordsOfLeaver),
  email: field.email(),
  understood: field.mustTick(),
})

export const leavingRoutes: readonly Route[] = [
  route('me.leaving', { allowed: signedIn, records: 'nothing' }, (visit) => leavePage(visit)),

  route('me.leave', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const say = leavingWords.say(visit.lang)
    const may = rules.mayLeave(visit.actor)
    if (!may.ok) return refused(say(`refused.${may.refusal}`), 403)
    const form = readForm(visit, leaveForm)
    if (!form.ok) return leavePage(visit, form.errors)
    const left = await askToLeave(visit.database, visit.actor, { typed: form.value.email, words: form.value.words })
    if (!left.ok) return leavePage(visit, [{ field: 'email', text: say(`refused.${left.refusal}`) }])
    const next = say('done-next', { day: visit.time.day(left.value) })
    const reply = redirectSaying(visit.to('home'), { text: say('done'), next })
    return { ...reply, cookies: [cookieOf(visit, null)] }
  }),
]

async function leavePage(
  visit: Visit<'me.leaving'> | Visit<'me.leave'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const { actor } = visit
  const account = isSignedIn(actor) ? await accountById(visit.read, actor.account) : undefined
  if (!account) return notFound()
  const say = leavingWords.say(visit.lang)
  const may = rules.mayLeave(actor)
  return page({
    title: say('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <LeavePage
        say={say}
        common={visit.common}
        email={account.email}
        hindrance={may.ok ? (rules.isFresh(actor, visit.now) ? null : 'sign-in-again') : may.refusal}
        typed={visit.form.typed}
        errors={errors}
        to={{
          leave: visit.to('me.leave'),
          me: visit.to('me'),
          signIn: `${visit.to('sign-in')}?next=${encodeURIComponent(visit.to('me.leaving'))}`,
        }}
      />
    ),
  })
}
