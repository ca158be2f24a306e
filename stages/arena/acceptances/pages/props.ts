import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { Arena } from '../../arena.ts'
import type { Application } from '../../store.ts'
import type { SayAcceptance } from '../messages/words.ts'

/** What the page of free seats is given; its parts take the same. */
export type VacanciesPageProps = {
  readonly say: SayAcceptance
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  readonly applications: readonly Application[]
  readonly names: ReadonlyMap<Id<'account'>, Byline>
  /** Numbers of offers whose answer staff wrote down, and a second one has to confirm. */
  readonly written: ReadonlySet<number>
  /** Who is a politician today. */
  readonly inOffice: ReadonlySet<Id<'person'>>
  readonly mayFill: boolean
  /** Too few are left to ask, and whoever looks can open the call again. */
  readonly isSought: boolean
  readonly errors: Errors
  readonly typed: Typed
}
