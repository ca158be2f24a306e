import { holds } from '@folkmoot/basics/actor.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById, type Problem } from '../store.ts'
import { sponsorWords } from './messages/words.ts'
import { unclaimed, waitingInvitations } from './store.ts'

/** On a politician's desk: colleagues who ask her to take a problem up with them. */
export async function sponsorWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (actor.person === null || !holds(actor, 'politician') || visit.jurisdiction.isTold) return []
  const say = sponsorWords.say(visit.lang)
  const invitations = await waitingInvitations(read, { person: actor.person })
  const [problems, people] = await Promise.all([
    problemsById(
      read,
      invitations.map(({ problem }) => problem),
    ),
    politiciansById(
      read,
      invitations.map(({ invitedBy }) => invitedBy),
    ),
  ])
  return invitations.flatMap(({ problem: id, invitedBy }) => {
    const problem = problems.find((one) => one.id === id)
    if (!problem) return []
    return [
      {
        due: null,
        title: say('waiting.invited', { name: people.get(invitedBy)?.name ?? '' }),
        detail: problem.question,
        act: {
          text: say('waiting.invited-act'),
          href: `${visit.to('problem.page', { problem: problem.slug })}#invited`,
        },
      },
    ]
  })
}

/** Problems nobody has taken up, in the order in which they have waited. */
export async function unclaimedProblems(read: Read, limit: number): Promise<readonly Problem[]> {
  const ids = await unclaimed(read, limit)
  const problems = await problemsById(read, ids)
  return ids.flatMap((id) => problems.find((problem) => problem.id === id) ?? [])
}
