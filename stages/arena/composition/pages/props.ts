import type { Reader } from '../../../../platform/http/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { AffectedActor, Problem } from '../../../problem/index.ts'
import type { SayComposition } from '../messages/words.ts'
import type { Fixed, SetUp } from '../set-up-rules.ts'

/** What each step of setting up a group is given. */
export type StepProps = {
  readonly say: SayComposition
  readonly reader: Reader
  readonly problem: Problem
  readonly mandate: Fixed
  readonly setUp: SetUp
  /** Groups the problem affects. */
  readonly affected: readonly Pick<AffectedActor, 'id' | 'name' | 'language'>[]
  readonly typed: Typed
  readonly errors: Errors
}
