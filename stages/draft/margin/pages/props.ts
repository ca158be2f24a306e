import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import type { StandingClause } from '../../text/store.ts'
import type { SayMargin } from '../messages/words.ts'

export type MarginProps = {
  readonly reader: Reader
  readonly say: SayMargin
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly clause: StandingClause
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly errors: Errors
  readonly typed: Typed
}
