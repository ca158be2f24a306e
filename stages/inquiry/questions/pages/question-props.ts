import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { SayQuestion } from '../messages/words.ts'
import type { Question, Round } from '../store.ts'
import type { Politicians } from '../../pages/people.ts'

/** What the page and its parts are given. */
export type QuestionPageProps = {
  readonly reader: Reader
  readonly say: SayQuestion
  readonly now: Temporal.Instant
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string }
  readonly question: Question
  readonly rounds: readonly Round[]
  readonly people: Politicians
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: Hidden | undefined
  readonly may: { readonly answer: boolean; readonly judge: boolean }
}
