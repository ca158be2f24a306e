import { href } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { todayIn } from '../../platform/directory/index.ts'
import { filesOf } from '../../platform/files/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { problemsById } from '../problem/index.ts'
import { deliveryWords } from './messages/words.ts'
import { OwnPledgesPage } from './pages/own-pledges-page.tsx'
import type { Proof } from './pages/settle-form.tsx'
import { pledgesBy, type Pledge } from './pledge-store.ts'

/** The page of what one has pledged; it is her own, whatever is hidden of it elsewhere. */
export async function ownPledgesPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const { account } = visit.actor
  if (account === null) return notFound()
  const pledges = await pledgesBy(visit.read, account)
  const [proofs, problems, names] = await Promise.all([
    proofsOf(visit, pledges),
    problemsById(visit.read, [...new Set(pledges.map(({ problem }) => problem))]),
    bylines(visit.read, [account]),
  ])
  const questions = new Map(problems.map(({ id, question }) => [id, question]))
  const me = names.get(account)
  const say = deliveryWords.say(visit.lang)
  return page({
    title: say('own.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <OwnPledgesPage
        reader={visit}
        today={todayIn(visit.jurisdiction, visit.now)}
        typed={visit.form.typed}
        of={me?.shape === 'organisation' ? me.of : ''}
        pledges={pledges.map((pledge) => ({ ...pledge, question: questions.get(pledge.problem) ?? '' }))}
        {...{ say, errors, proofs }}
      />
    ),
  })
}

/** The files that prove them, each by the pledge it belongs to; what a moderator hid is not among them. */
export async function proofsOf(visit: Visit, pledges: readonly Pledge[]): Promise<ReadonlyMap<Id, readonly Proof[]>> {
  const kept = pledges.filter(({ state }) => state === 'kept').map(({ id }) => id)
  const files = await filesOf(visit.read, kept)
  const all = files.map((file) => ({
    about: file.about,
    name: file.name,
    href: href('file', { jurisdiction: visit.jurisdiction.slug, hash: file.hash }),
  }))
  return Map.groupBy(all, ({ about }) => about)
}
