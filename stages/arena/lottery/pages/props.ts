import type { Reader } from '../../../../platform/http/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayLottery } from '../messages/words.ts'
import type { DrawView } from '../view.ts'

/** What the page of a draw is given; its parts take the same. */
export type DrawPageProps = {
  readonly say: SayLottery
  readonly reader: Reader
  /** The language in which the place names its groups. */
  readonly placeLang: string
  readonly problem: Problem
  /** Where this installation is on the web: for what is printed. */
  readonly origin: string
  readonly view: DrawView
  readonly now: Temporal.Instant
  /** "Copenhagen time" */
  readonly zone: string
  readonly today: { readonly date: string; readonly time: string }
  /** After a dispute: dice are thrown anew, and not looked at again. */
  readonly isAnew: boolean
  readonly errors: Errors
  readonly typed: Typed
}
