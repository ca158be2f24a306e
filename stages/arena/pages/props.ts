import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Errors, Typed } from '../../../ui/index.ts'
import type { AffectedActor, Problem } from '../../problem/index.ts'
import type { Appeal } from '../appeals/store.ts'
import type { Arena } from '../arena.ts'
import type { Awaits } from '../awaiting-rules.ts'
import type { Sought } from '../calls/rules.ts'
import type { Forgetting } from '../forgetting/store.ts'
import type { Rings } from '../groups/rings.ts'
import type { SayArena } from '../messages/words.ts'
import type { Staffing } from '../staffing/store.ts'
import type { Workload } from '../workload/pages/props.ts'
import type { Application } from '../store.ts'

/** What the page of who takes part is given; its parts take the same. */
export type PeoplePageProps = {
  readonly say: SayArena
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  /** Who sits on a citizen's seat as what: resident or organisation. */
  readonly members: ReadonlyMap<Id<'account'>, Byline>
  readonly rings: Rings
  /** Groups named in the case: of those a seat may be kept for. */
  readonly affected: readonly AffectedActor[]
  /** In which groups at work each politician sits, how many are asked of one, and why some seats were given all the same. */
  readonly workload: Workload
  readonly serving: readonly Staffing[]
  /** Whom the group is still looking for. */
  readonly lookedFor: readonly Appeal[]
  readonly forgetting: Forgetting
  readonly isOpen: boolean
  /** Seats for which whoever looks can open the call again; null where she cannot. */
  readonly sought: readonly Sought[] | null
  readonly isOneParty: boolean
  /** The political seats are held by parties of the majority only, while the body has others. */
  readonly isMajorityOnly: boolean
  /** Names of those who chose. */
  readonly choosers: ReadonlyMap<Id<'account'>, Byline>
  /** A seat waits for the yes or no of whoever looks. */
  readonly isAsked: boolean
  readonly appliedFor: ReadonlyMap<Id<'profile'>, readonly Application[]>
  readonly applicationCount: number
  /** Applications without an answer. */
  readonly waitingCount: number
  /** Of those, how many wait for what. */
  readonly waits: Awaits
  /** How far the draw is, in a sentence; '' where none goes on. */
  readonly drawSentence: string
  readonly mine: Application | undefined
  /** Politicians of today without a seat here. */
  readonly candidates: readonly Politician[]
  /** Affected groups that do not take part yet, those affected most first. */
  readonly toInvite: readonly AffectedActor[]
  readonly may: {
    readonly reframe: boolean
    readonly lead: boolean
    /** Offers seats that are free. */
    readonly fill: boolean
    readonly leave: boolean
    readonly readApplications: boolean
    readonly apply: boolean
  }
  readonly errors: Errors
  readonly typed: Typed
}
