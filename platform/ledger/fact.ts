import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'

/** The kinds of facts a stage writes, each with one sentence. The public documentation is made from these. */
export type FactCatalogue = Readonly<Record<string, string>>

/** Something that happened, as it enters the public ledger. */
export type Fact<Kind extends string = string> = {
  readonly kind: Kind
  /** The case it belongs to; null for what concerns the whole jurisdiction. */
  readonly problem: Id<'problem'> | null
  /** Official, non-personal fields; anyone can read them for ever. */
  readonly public: JsonObject
  /** What is only committed to: text, authors, votes. Erasable. */
  readonly secret?: JsonObject
  /** `exact` for official acts; `coarse` (to 15 minutes) for votes and contributions, so that time betrays nobody. */
  readonly time: 'exact' | 'coarse'
}
