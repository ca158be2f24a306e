import { anyone, isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
import {
  hashOfToken,
  newToken,
  redirectSaying,
  refused,
  route,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { feedWords } from './messages/words.ts'
import { feedPage, personalCalendar } from './show.tsx'
import { putFeed, takeFeed } from './store.ts'

/** One's own settings: nothing of them is public, so nothing of them is recorded. */
export const feedRoutes: readonly Route[] = [
  route('meeting.own-calendar', { allowed: signedIn, records: 'nothing' }, (visit) => feedPage(visit)),

  // The address is on the page that answers, and in no other: not in a redirect, which is an address itself.
  route('meeting.make-calendar', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    const token = newToken()
    await visit.database.transact(actor.jurisdiction, actor, (tx) => putFeed(tx, actor.account, hashOfToken(token)))
    return feedPage(visit, addressOf(visit, token))
  }),

  route('meeting.stop-calendar', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    await visit.database.transact(actor.jurisdiction, actor, (tx) => takeFeed(tx, actor.account))
    const say = feedWords.say(visit.lang)
    return redirectSaying(visit.to('meeting.own-calendar'), { text: say('stopped'), next: say('stopped-next') })
  }),

  route('meeting.personal-calendar', { allowed: anyone, records: 'nothing' }, (visit) => personalCalendar(visit)),
]

function addressOf(visit: Visit, token: string): string {
  return `${visit.origin}${visit.to('meeting.personal-calendar', { token: `${token}.ics` })}`
}
