import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import type { MarginCount } from '../../margin/amendment-store.ts'
import type { Reading } from '../../reading/reading.ts'
import type { SayText } from '../messages/words.ts'
import type { Text } from '../text.ts'

export type TextPageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  readonly text: Text
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly reading: Reading | undefined
  /** What waits in the margin of a clause. */
  readonly margins: ReadonlyMap<Id<'clause'>, MarginCount>
  readonly isTold: boolean
  readonly isFrozen: boolean
  readonly mayWrite: boolean
}
