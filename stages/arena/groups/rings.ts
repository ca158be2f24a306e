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
  /** Experiences, ideas, statements and questions. */
  readonly given: number
  /** How many different people gave something or wrote for it. */
  readonly givers: number
  readonly followers: number
}

/** What anyone can give without a seat and without a working group. */
const givenKinds = ['idea', 'statement', 'question'] as const

export async function ringsOf(read: Read, problem: Id<'problem'>, members: number): Promise<Rings> {
  const [groups, inGroups, about, givers, followers] = await Promise.all([
    groupsOf(read, problem),
    peopleInGroups(read, problem),
    countAbout(read, problem),
    authorCount(read, { about: problem, kinds: givenKinds }),
    followerCount(read, problem),
  ])
  return {
    members,
    groups: groups.length,
    inGroups,
    events: about.get('gathering') ?? 0,
    given: givenKinds.reduce((sum, kind) => sum + (about.get(kind) ?? 0), 0),
    givers,
    followers,
  }
}
