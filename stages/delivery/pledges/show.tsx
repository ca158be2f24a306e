import { todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { problemBySlug, problemsById } from '../../problem/index.ts'
import { deliveryWords } from '../messages/words.ts'
import { crumbs, isOpen, type AtProblem } from '../show.tsx'
import { commitmentsOf } from '../store.ts'
import { OwnPledgesPage } from './pages/own-pledges-page.tsx'
import { PledgePage } from './pages/pledge-page.tsx'
import { proofsOf } from './proofs.ts'
import { pledgesBy } from './store.ts'

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

export async function pledgePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = deliveryWords.say(visit.lang)
  return page({
    title: say('pledge.title'),
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PledgePage
        reader={visit}
        typed={visit.form.typed}
        open={(await commitmentsOf(visit.read, problem.id)).filter(isOpen)}
        chosen={visit.query.get('commitment') ?? ''}
        action={visit.to('delivery.pledge', { problem: problem.slug })}
        question={problem.question}
        {...{ say, errors }}
      />
    ),
  })
}
