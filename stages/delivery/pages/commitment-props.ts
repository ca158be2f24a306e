import type { Id } from '@folkmoot/basics/ids.ts'
import type { Child } from 'hono/jsx'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Errors } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { SayDelivery } from '../messages/words.ts'
import type { Report } from '../report-store.ts'
import type { Commitment } from '../store.ts'

export type CommitmentPageProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly today: Temporal.PlainDate
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  readonly commitment: Commitment
  /** The recommendation whose answer it carries out. */
  readonly recommendation: { readonly number: number; readonly title: string } | undefined
  readonly owner: Politician | undefined
  readonly reports: readonly Report[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  /** Where its closing is doubted and defended. */
  readonly reopenings: Child
  /** `settle`: she may say that it was kept or dropped. */
  readonly may: { readonly report: boolean; readonly settle: boolean; readonly pledge: boolean }
}
