import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Errors } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayMonitor } from '../messages/words.ts'
import type { FollowUp, StatusReport, Word } from '../store.ts'

export type MonitorsPageProps = {
  readonly reader: Reader
  readonly say: SayMonitor
  readonly today: Temporal.PlainDate
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly errors: Errors
  readonly problem: Problem
  readonly followUp: FollowUp | undefined
  readonly isRunning: boolean
  readonly monitors: readonly Id<'account'>[]
  readonly reports: readonly StatusReport[]
  readonly words: readonly Word[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlySet<Id> | ReadonlyMap<Id, unknown>
  /** She has spoken to the latest report. */
  readonly hasSaid: boolean
  readonly may: {
    readonly lead: boolean
    readonly stay: boolean
    readonly leave: boolean
    readonly report: boolean
    readonly reply: boolean
    readonly speak: boolean
  }
}
