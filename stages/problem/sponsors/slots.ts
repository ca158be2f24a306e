import { holds } from '@folkmoot/basics/actor.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById, type Problem } from '../store.ts'
import { sponsorWords } from './messages/words.ts'
import { unclaimed } from '../listing/store.ts'
import { waitingInvitations, waitingNamings } from './store.ts'

/** On a politician's desk: bodies that named her, and colleagues who ask her to take a problem up with them. */
export async function sponsorWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (actor.person === null || !holds(actor, 'politician') || visit.jurisdiction.isTold) return []
  const say = sponsorWords.say(visit.lang)
  const [invitations, namings] = await Promise.all([
    waitingInvitations(read, { person: actor.person }),
    waitingNamings(read, actor.person),
  ])
  const [problems, people] = await Promise.all([
    problemsById(
      read,
      [...namings, ...invitations].map(({ problem }) => problem),
    ),
    politiciansById(
      read,
      invitations.map(({ invitedBy }) => invitedBy),
    ),
  ])
  const at = (id: Problem['id'], title: string, act: 'named' | 'invited'): readonly Waiting[] => {
    const problem = problems.find((one) => one.id === id)
    if (!problem) return []
    const href = `${visit.to('problem.page', { problem: problem.slug })}#${act}`
    return [{ due: null, title, detail: problem.question, act: { text: say(`waiting.${act}-act`), href } }]
  }
  return [
    ...namings.flatMap(({ problem, body }) => at(problem, say('waiting.named', { body }), 'named')),
    ...invitations.flatMap(({ problem, invitedBy }) =>
      at(problem, say('waiting.invited', { name: people.get(invitedBy)?.name ?? '' }), 'invited'),
    ),
  ]
}

/** Problems nobody has taken up, in the order in which they have waited. */
export async function unclaimedProblems(read: Read, limit: number): Promise<readonly Problem[]> {
  const ids = await unclaimed(read, limit)
  const problems = await problemsById(read, ids)
  return ids.flatMap((id) => problems.find((problem) => problem.id === id) ?? [])
}
