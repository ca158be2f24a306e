import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { problemsSatIn } from '../../arena/index.ts'
import { meetingsAttended, problemsMeeting } from '../../meeting/index.ts'
import { problemsById, sponsorsOf, type Problem } from '../../problem/index.ts'
import { notesBy } from '../notes/store.ts'
import { positionsBy } from '../positions/store.ts'
import { questionsTo } from '../questions/store.ts'
import { repliesBy } from '../replies/store.ts'
import { windowDays, type Hands } from './rules.ts'

export type HandsIn = Hands & { readonly problem: Problem }

/** One page may say it in two places, what waits and what she did: it is asked once. */
const asked = new WeakMap<Visit, Promise<readonly HandsIn[]>>()

/** What the politician who looks did lately. */
export async function ownHands(visit: Visit): Promise<readonly HandsIn[]> {
  const { actor, read, now } = visit
  if (actor.person === null) return []
  const hands = asked.get(visit) ?? handsOf(read, actor.person, now)
  asked.set(visit, hands)
  return hands
}

/**
 * What she did lately in each case she leads or sits in, and in which people work: of the others nothing is shown and nobody is
 * nudged, and after twenty years they are hundreds. A told case has no such count: nobody knows.
 */
export async function handsOf(read: Read, person: Id<'person'>, now: Temporal.Instant): Promise<readonly HandsIn[]> {
  const since = now.subtract({ hours: 24 * windowDays })
  const soon = now.add({ hours: 24 * windowDays })
  const inWork = [...(await problemsMeeting(read, since, soon))]
  if (inWork.length === 0) return []
  const isRecent = (at: Temporal.Instant | null): boolean => at !== null && Temporal.Instant.compare(at, since) >= 0
  const [cases, sitsIn, attended, questions, notes, replies, positions] = await Promise.all([
    problemsById(read, inWork),
    problemsSatIn(read, { person, among: inWork }),
    meetingsAttended(read, person, since),
    questionsTo(read, person),
    notesBy(read, person),
    repliesBy(read, person),
    positionsBy(read, person),
  ])
  const leads = ({ sponsors }: Problem): boolean => sponsors.includes(person)
  const hers = cases
    .filter((problem) => leads(problem) || sitsIn.includes(problem.id))
    .toSorted((a, b) => Number(leads(b)) - Number(leads(a)) || (a.id < b.id ? 1 : -1))
  return Promise.all(
    hers
      .filter(({ source }) => source === null)
      .map(async (problem): Promise<HandsIn> => {
        const here = (one: { readonly problem: Id<'problem'> }): boolean => one.problem === problem.id
        // Nobody takes up a case she only sits in.
        const sponsors = leads(problem) ? await sponsorsOf(read, problem.id) : []
        const stands = positions.filter(here).flatMap(({ standings }) => standings)
        const takenUp = sponsors.filter((one) => one.person === person && isRecent(one.at)).length
        return {
          problem,
          framing: takenUp + stands.filter(({ at }) => isRecent(at)).length,
          presence:
            attended.filter(here).length +
            questions.filter((one) => here(one) && one.repliedByPerson === person && isRecent(one.repliedAt)).length +
            notes.filter((one) => here(one) && one.onBehalf === null && isRecent(one.writtenAt)).length +
            replies.filter((one) => here(one) && isRecent(one.writtenAt)).length,
        }
      }),
  )
}
