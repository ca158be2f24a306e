import type { Id } from '@folkmoot/basics/ids.ts'
import type { KeptFile } from '../../../../platform/files/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { Balance } from '../balance.ts'
import type { KnownAnswerer } from '../desk-commands.ts'
import type { KeptDocument } from '../form.ts'
import type { SayEvidence } from '../messages/words.ts'
import type { Order, WholeOrder } from '../store.ts'

/** What both pages of the desk are given. */
export type EvidenceProps = {
  readonly reader: Reader
  readonly say: SayEvidence
  readonly now: Temporal.Instant
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly hidden: ReadonlyMap<Id, Hidden>
  readonly names: ReadonlyMap<Id<'account'>, Byline>
}

export type OrderParts = {
  readonly files: readonly (KeptFile & { readonly href: string })[]
  /** Who can be named without more. */
  readonly known: readonly KnownAnswerer[]
  /** Orders this one could be the same as. */
  readonly others: readonly Order[]
  /** Where it is answered, and what is answered here too. */
  readonly around: { readonly into: Order | undefined; readonly from: readonly Order[] }
  readonly kept: KeptDocument | undefined
  readonly isVisitor: boolean
  readonly today: string
  readonly may: {
    readonly name: boolean
    readonly give: boolean
    /** Numbers of the answers this reader may contest, and of the objections she may call settled. */
    readonly contest: readonly number[]
    readonly settle: readonly number[]
    readonly withdraw: boolean
    readonly merge: boolean
    readonly part: boolean
  }
}

export type OrderPageProps = EvidenceProps & { readonly order: WholeOrder; readonly parts: OrderParts }

export type DeskPageProps = EvidenceProps & {
  readonly orders: readonly WholeOrder[]
  readonly balance: Balance
  /** Near to what was typed: shown before it is ordered a second time. */
  readonly near: readonly Order[]
  readonly within: readonly { readonly days: string; readonly deadline: string }[]
  readonly mayOrder: boolean
  /** Told from published sources: nobody orders here. */
  readonly isTold: boolean
}
