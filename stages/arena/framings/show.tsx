import { holdsIn } from '@folkmoot/basics/actor.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { arenaWords } from '../messages/words.ts'
import { seatsOf } from '../store.ts'
import { groupFramingWords } from './messages/words.ts'
import { GroupFramingsPage } from './pages/group-framings-page.tsx'
import { draftsOf } from './store.ts'

export function say(visit: Visit) {
  return groupFramingWords.say(visit.lang)
}

export async function framingsPage(
  visit: Visit<'arena.framings'> | Visit<'arena.draft-framing'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [drafts, seats] = await Promise.all([draftsOf(visit.read, problem.id), seatsOf(visit.read, problem.id)])
  const { question, whatHappens, whoIsAffected } = problem
  return page({
    title: say(visit)('page.title'),
    crumbs: [
      ...problemCrumbs(visit, problem),
      {
        text: arenaWords.say(visit.lang)('page.title'),
        href: visit.to('arena.people', { problem: problem.slug }),
      },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <GroupFramingsPage
        reader={visit}
        say={say(visit)}
        {...{ problem, drafts, errors }}
        members={new Map(seats.map(({ account, name }) => [account, name]))}
        typed={errors.length > 0 ? visit.form.typed : { question, whatHappens, whoIsAffected, kind: 'words' }}
        isMember={holdsIn(visit.actor, problem.id, 'member')}
        isChair={holdsIn(visit.actor, problem.id, 'arena-chair')}
      />
    ),
  })
}
