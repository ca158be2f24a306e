import type { Reader } from '../../../../platform/http/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayLetter } from '../messages/words.ts'
import type { Plan } from '../planning.ts'
import type { ResponseTable } from '../responses.ts'
import type { LettersState } from '../rules.ts'
import type { KeptList, Round } from '../store.ts'
import type { Ways } from '../ways.ts'

/** What the parts of the clerk's page of letters are made from. */
export type LettersPageProps = {
  readonly say: SayLetter
  readonly reader: Reader
  readonly problem: Problem
  readonly state: LettersState
  readonly list: KeptList | undefined
  readonly rounds: readonly Round[]
  /** A round that was drawn again just now; `isSame` undefined where nothing is left to draw from. */
  readonly again: { readonly round: number; readonly isSame: boolean | undefined } | undefined
  readonly featureNames: readonly string[]
  readonly isOpen: boolean
  readonly tables: readonly ResponseTable[]
  readonly reasons: readonly string[]
  /** How those who asked for a seat came to it. */
  readonly ways: Ways | null
  /** The next round, where it was asked for. */
  readonly plan: Plan | undefined
  readonly typed: Typed
  readonly errors: Errors
}
