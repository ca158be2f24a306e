import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Errors } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { SayDelivery } from '../messages/words.ts'
import type { Pledge } from '../pledges/store.ts'
import type { Commitment } from '../store.ts'
import type { Proof } from '../pledges/pages/settle-form.tsx'

export type DeliveryPageProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly today: Temporal.PlainDate
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  readonly commitments: readonly Commitment[]
  /** Of a told case: how many recommendations stood where on a day, where a source counts them. */
  readonly toldStatus: string | null
  /** Prepared and not promised; empty for who may not prepare. */
  readonly drafts: readonly Commitment[]
  readonly pledges: readonly Pledge[]
  /** Files that prove what was delivered, by their pledge. */
  readonly proofs: ReadonlyMap<Id, readonly Proof[]>
  readonly owners: ReadonlyMap<Id<'person'>, Politician>
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlySet<Id> | ReadonlyMap<Id, unknown>
  /** Accepted, and not promised yet. */
  readonly uncovered: readonly { readonly number: number; readonly title: string }[]
  readonly may: {
    readonly commit: boolean
    readonly pledge: boolean
    /** She could, if we knew who she is. */
    readonly signInToPledge: boolean
    readonly settle: (pledge: Pledge) => boolean
  }
}
