import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Read } from '../../../platform/db/index.ts'
import { seatsOf } from '../../arena/index.ts'
import type { Meeting } from '../store.ts'
import { repliesTo, substitutesIn } from './store.ts'

/**
 * Whether she sits on somebody's seat in this one meeting: she said yes, and the one whose seat it is sends her. A seat that was
 * left sends nobody.
 */
export async function standsInFor(
  read: Read,
  meeting: Pick<Meeting, 'id' | 'problem'>,
  actor: Actor,
): Promise<boolean> {
  if (actor.account === null) return false
  const [substitutes, replies, seats] = await Promise.all([
    substitutesIn(read, meeting.problem),
    repliesTo(read, [meeting.id]),
    seatsOf(read, meeting.problem),
  ])
  const hers = substitutes.find(({ account, acceptedAt }) => account === actor.account && acceptedAt !== null)
  if (hers === undefined || !seats.some(({ id }) => id === hers.seat)) return false
  return replies.some(({ seat, answer }) => seat === hers.seat && answer === 'substitute')
}
