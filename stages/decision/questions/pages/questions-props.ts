import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { Item } from '../../answers/store.ts'
import type { Package } from '../../store.ts'
import type { SayMeetingQuestion } from '../messages/words.ts'
import type { Round } from '../rules.ts'
import type { MeetingQuestion } from '../store.ts'

export type QuestionsPageProps = {
  readonly reader: Reader
  readonly say: SayMeetingQuestion
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: Problem
  readonly pack: Package
  readonly items: readonly Item[]
  readonly questions: readonly MeetingQuestion[]
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Hidden>
  /** Who is to reply, by number: she who signed the answer, or the body. */
  readonly askedOf: ReadonlyMap<number, string>
  /** For which meeting she can ask now. */
  readonly mayAsk: Round | undefined
  readonly mayReply: ReadonlySet<number>
}
