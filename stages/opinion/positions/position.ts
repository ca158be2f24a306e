import type { Id } from '@folkmoot/basics/ids.ts'
import type { Said } from './rules.ts'

export type Revision = Said & {
  readonly number: number
  readonly language: string
  readonly at: Temporal.Instant
  readonly isAfterClose: boolean
}

/** Where a politician stands on one statement, with everything she said of it; the last one counts. */
export type Position = {
  readonly id: Id<'statement-position'>
  readonly statement: Id<'statement'>
  readonly person: Id<'person'>
  readonly account: Id<'account'>
  /** Never empty, the first one first. */
  readonly revisions: readonly Revision[]
}

/** What she says now. */
export function lastOf({ revisions }: Position): Revision {
  const last = revisions.at(-1)
  if (!last) throw new Error('a position without a revision is never written')
  return last
}

/** What a politician says in public of one statement, where her record tells it. */
export type SaidInPublic = Said & {
  readonly title: string
  readonly language: string
  readonly href: string
  /** The question of the case. */
  readonly case: string
  readonly reasonLanguage: string
  readonly at: Temporal.Instant
  readonly isAfterClose: boolean
  /** How often she said something else before. */
  readonly changes: number
}

/** The newest first; what is hidden is not among them. `unread`: how many more there are on statements the reader has not voted on. */
export type PublicPositions = { readonly said: readonly SaidInPublic[]; readonly unread: number }
