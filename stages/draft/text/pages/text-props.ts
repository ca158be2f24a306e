import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import type { Margins } from '../../margin/pages/margin-link.tsx'
import type { Reading } from '../../reading/reading.ts'
import type { SayText } from '../messages/words.ts'
import type { Text } from '../text.ts'

export type TextPageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  /** Of the case: the language the text is written in. */
  readonly language: string
  readonly text: Text
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly reading: Reading | undefined
  readonly margins: Margins
  readonly isTold: boolean
  readonly isFrozen: boolean
  readonly mayWrite: boolean
}
