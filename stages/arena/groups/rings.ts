import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { authorCount, followerCount } from '../../../platform/notices/index.ts'
import { countAbout } from '../../../platform/thread/index.ts'
import { groupsOf, peopleInGroups } from './store.ts'

/** The rings of participation round a case, from the table outwards (R15). */
export const ringNames = ['members', 'groups', 'open', 'followers'] as const
export type RingName = (typeof ringNames)[number]

/** What the rings of a case count: people, each once in a ring, and what they gave. */
export type Rings = {
  readonly members: number
  readonly groups: number
  readonly inGroups: number
  /** Open events; their guests are counted where the event is told of. */
  readonly events: number
  /** People without a seat who wrote an experience, idea, statement or question in their own name. */
  readonly writers: number
  readonly followers: number
}

/** What anyone can write without a seat and without a working group. */
const writtenKinds = ['idea', 'statement', 'question'] as const

export async function ringsOf(
  read: Read,
  problem: Id<'problem'>,
  seats: readonly { readonly account: Id<'account'> }[],
): Promise<Rings> {
  const groups = await groupsOf(read, problem)
  const [inGroups, about, writers, followers] = await Promise.all([
    peopleInGroups(read, problem),
    countAbout(read, problem),
    authorCount(read, {
      about: problem,
      kinds: writtenKinds,
      except: seats.map(({ account }) => account),
      notIn: groups.map(({ id }) => id),
    }),
    followerCount(read, problem),
  ])
  const events = about.get('gathering') ?? 0
  return { members: seats.length, groups: groups.length, inGroups, events, writers, followers }
}
