import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { JourneyPart } from '../../../../platform/thread/index.ts'
import type { AnsweredRecommendation } from '../../../decision/index.ts'
import type { Commitment, Pledge } from '../../../delivery/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { ValueAccount } from '../../account/store.ts'
import type { Computed } from '../../legitimacies/store.ts'
import type { Indicator } from '../../store.ts'
import type { Round } from '../../surveys/store.ts'
import type { SayCaseSheet } from '../messages/words.ts'

export type CaseSheetProps = {
  readonly reader: Reader
  readonly say: SayCaseSheet
  readonly now: Temporal.Instant
  readonly problem: Problem
  /** '' where nothing was promised yet. */
  readonly promise: string
  readonly parts: SheetParts
  readonly items: readonly AnsweredRecommendation[]
  readonly commitments: readonly Commitment[]
  readonly pledges: readonly Pledge[]
  readonly indicators: readonly Indicator[]
  /** What counts as the body's account; undefined while nobody signed one. */
  readonly account: ValueAccount | undefined
  readonly rounds: readonly Round[]
  readonly computed: Computed | undefined
  readonly people: ReadonlyMap<Id<'person'>, Politician>
}

/** What each stage says of the case in its own words. */
export type SheetParts = Readonly<Record<'mandate' | 'people' | 'answer' | 'delivery', JourneyPart>> & {
  readonly work: readonly JourneyPart[]
}
