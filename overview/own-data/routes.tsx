import { isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
import { file, notFound, page, refused, route, type Route } from '../../platform/http/index.ts'
import { accountById } from '../../platform/identity/index.ts'
import { ownDataWords } from './messages/words.ts'
import { OwnDataPage } from './pages/own-data-page.tsx'
import { rowsOf, votesBy } from './store.ts'

/**
 * What is kept of somebody, for herself alone. The file is made in the answer to her press and lies nowhere: it has no address that
 * could be guessed, passed on or opened twice, and whose it is says the session, never the request.
 */
export const ownDataRoutes: readonly Route[] = [
  route('me.data', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    const account = isSignedIn(actor) ? await accountById(visit.read, actor.account) : undefined
    if (!account) return notFound()
    const say = ownDataWords.say(visit.lang)
    return page({
      title: say('title'),
      body: (
        <OwnDataPage
          say={say}
          to={{
            take: visit.to('me.take-data'),
            me: visit.to('me'),
            welcome: `${visit.to('welcome')}?next=${encodeURIComponent(visit.to('me.data'))}`,
            leaving: visit.to('me.leaving'),
            privacy: visit.to('about', { page: 'privacy' }),
          }}
        />
      ),
    })
  }),

  route('me.take-data', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    const [kept, votes] = await Promise.all([rowsOf(visit.read, actor.account), votesBy(visit.read, actor.account)])
    const all = {
      format: 'folkmoot-own-data/1',
      place: visit.jurisdiction.name,
      made: visit.now.toString(),
      votes,
      kept,
    }
    return file({
      body: JSON.stringify(all, null, 2),
      mediaType: 'application/json',
      downloadAs: `my-data-${visit.jurisdiction.slug}.json`,
      isPrivate: true,
    })
  }),
]
