import type { Child } from 'hono/jsx'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Card } from '../../../../platform/thread/index.ts'
import type { Errors } from '../../../../ui/index.ts'
import type { Recommendation } from '../../../draft/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayDecision } from '../../messages/words.ts'
import type { AnswerStanding } from '../../rules.ts'
import type { Package } from '../../store.ts'
import type { Vote } from '../../voting/standing.ts'
import type { Repeat } from '../repeats.ts'
import type { Answer, Item } from '../store.ts'

export type RecommendationPageProps = {
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly say: SayDecision
  readonly problem: Problem
  readonly pack: Package
  readonly item: Item
  /** When it counts as answered, and whether in time. */
  readonly standing: AnswerStanding | undefined
  readonly items: readonly Item[]
  /** As the draft holds it: agreement and minority text; absent when the draft cannot name it any more. */
  readonly recommendation: Recommendation | undefined
  readonly agreement: string
  /** How many contributions it came from. */
  readonly contributions: number
  /** What followed: commitments, pledges, measurements. */
  readonly after: readonly Card[]
  readonly placeHref: string
  readonly versions: readonly Answer[]
  /** Those on this answer, in whatever version. */
  readonly votes: readonly Vote[]
  /** Under each vote: its minutes. */
  readonly minutes: ReadonlyMap<Id<'resolution'>, Child>
  readonly repeated: readonly Repeat[]
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  /** How those who worked on it rate the answer. */
  readonly rating: Child
  /** Where it stands with those it was passed on to. */
  readonly referrals: Child
  /** Those it was passed on to have answered. */
  readonly hasComeBack: boolean
  readonly errors: Errors
  readonly mayAnswer: boolean
}
