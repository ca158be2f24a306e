import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { JourneyPart, Owed } from '../../../platform/thread/index.ts'
import type { PromiseStrip, PromiseWords } from '../../../stages/mandate/index.ts'
import type { GoesOnIn, Problem } from '../../../stages/problem/index.ts'
import type { ThreadGraph } from '../../../ui/index.ts'
import type { MeetingLine } from '../../meeting-line.ts'
import type { SayJourney } from '../messages/words.ts'
import type { Step } from '../seven.ts'

export type JourneyPageProps = {
  readonly reader: Reader
  readonly say: SayJourney
  readonly now: Temporal.Instant
  readonly problem: Problem
  readonly isHidden: boolean
  readonly isTold: boolean
  readonly steps: readonly Step[]
  readonly picture: ThreadGraph
  readonly promise: (PromiseWords & Pick<PromiseStrip, 'lowered'>) | null
  /** What is owed in this case, the earliest first. */
  readonly owed: readonly Owed[]
  readonly leaders: readonly Politician[]
  /** The case it goes on in, with the way there. */
  readonly goesOn: GoesOnIn | null
  /** Where else it is: in which places, asked or taken up. */
  readonly levels: Pick<JourneyPart, 'sentences' | 'links'>
  readonly meeting: MeetingLine | null
  readonly followers: number
  readonly follows: boolean
  readonly isStaff: boolean
}
