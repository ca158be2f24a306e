import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Errors } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { SayOutcome } from '../messages/words.ts'
import type { ValueAccount } from '../account/store.ts'
import type { Indicator } from '../store.ts'

export type OutcomePageProps = {
  readonly reader: Reader
  readonly say: SayOutcome
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  readonly indicators: readonly Indicator[]
  readonly accounts: readonly ValueAccount[]
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly may: { readonly prepare: boolean; readonly measure: boolean; readonly sign: boolean }
}
