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
  /** How many ask this, she who asked it first among them. */
  readonly asking: number
  readonly likes: readonly LikeLine[]
  readonly may: {
    readonly answer: boolean
    readonly judge: boolean
    readonly join: boolean
    readonly leave: boolean
  }
}

/** That the answer of a round is nearly the same as one to somebody else. */
export type LikeLine = {
  readonly round: number
  readonly title: string
  readonly href: string
  /** 0–1 */
  readonly share: number
  /** False while she has not sent it. */
  readonly isStored: boolean
}
