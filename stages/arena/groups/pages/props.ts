import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayGroups } from '../messages/words.ts'
import type { GroupReport } from '../report-store.ts'
import type { WorkingGroup } from '../store.ts'

/** A thing of the trace in words: "Idea", its title, "Accepted with changes", where it is read. */
export type Line = { readonly kind: string; readonly title: string; readonly state: string; readonly href: string }

export type GivenLine = Line & { readonly id: Id; readonly became: readonly Line[] }

export type ReportLine = {
  readonly report: GroupReport
  readonly stone: Tombstone | undefined
  readonly author: string
  readonly rests: readonly Line[]
  readonly became: readonly Line[]
}

export type GroupPageProps = {
  readonly reader: Reader
  readonly say: SayGroups
  readonly problem: Problem
  readonly group: WorkingGroup
  readonly stone: Tombstone | undefined
  readonly opener: Byline | undefined
  /** Those who show their names. */
  readonly named: readonly Byline[]
  readonly given: readonly GivenLine[]
  readonly reports: readonly ReportLine[]
  readonly isJoinable: boolean
  /** How the reader is in it; null where she is not. */
  readonly mine: { readonly isNamed: boolean } | null
  readonly may: { readonly join: boolean; readonly report: boolean; readonly close: boolean; readonly isStaff: boolean }
  readonly errors: Errors
  readonly typed: Typed
}
