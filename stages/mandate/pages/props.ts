import type { Id } from '@folkmoot/basics/ids.ts'
import type { Body, Politician, Resolution } from '../../../platform/directory/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Errors, Typed } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Preset } from '../presets.ts'
import type { Gap } from '../rules.ts'
import type { SectionStory } from '../saves/pages/section-frame.tsx'
import type { Section } from '../saves/sections.ts'
import type { Shares } from '../saves/authorship.ts'
import type { Warning } from '../warnings/rules.ts'
import type { NamedRow, Withdrawal } from '../motions/store.ts'
import type { CastRow } from '../gate-store.ts'
import type { Moved } from '../moved/store.ts'
import type { Mandate } from '../store.ts'
import type { MandateWriter } from './lines.ts'

/** What the pages of the mandate are given; their parts take the same. */

/** What this reader may do now. */
export type May = {
  readonly edit: boolean
  readonly enterMove: boolean
  readonly gate: boolean
  readonly record: boolean
  readonly confirm: boolean
  readonly withdraw: boolean
}

export type MandatePageProps = MandateWriter & {
  readonly errors: Errors
  readonly problem: Problem
  /** The version in force, and the draft beside or before it. */
  readonly adopted: Mandate | undefined
  readonly draft: Mandate | undefined
  /** All versions, the latest first. */
  readonly all: readonly Mandate[]
  readonly gaps: readonly Gap[]
  /** Answers at the gate, of the version the page shows. */
  readonly gate: readonly CastRow[]
  /** Answers at the gate of the draft, where there is one. */
  readonly draftGate: readonly CastRow[]
  readonly votes: readonly Resolution[]
  readonly adopter: Id<'body'> | null
  readonly preset: Preset | undefined
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly may: May
  readonly warnings: readonly Warning[]
  /** What the body was warned of when each vote was recorded. */
  readonly warned: ReadonlyMap<Id<'resolution'>, readonly Warning[]>
  readonly named: readonly NamedRow[]
  readonly withdrawals: readonly Withdrawal[]
  /** Whoever took a record back, by account. */
  readonly withdrawers: ReadonlyMap<string, Byline>
  /** How many people are told when the chair confirms. */
  readonly hearers: number
  /** Why less is promised, by motion. */
  readonly lowerings: ReadonlyMap<string, string>
  readonly sha256: string | undefined
  readonly dataUrl: string
  /** What moved to the group of this mandate; undefined before there is one. */
  readonly moved: { readonly all: readonly Moved[]; readonly today: Temporal.PlainDate } | undefined
  readonly shares: Shares
}

export type EditPageProps = MandateWriter & {
  readonly problem: Problem
  readonly errors: Errors
  readonly typed: Typed
  readonly bodies: readonly Body[]
  readonly title: string
  readonly lead: string
  /** Who is told that a recorded vote no longer counts when something is saved; empty where none waits. */
  readonly pendingFor: readonly string[]
  /** False until the first save of this version: then there is nothing to check. */
  readonly hasDraft: boolean
  /** Nothing has been saved yet: begin from a model. */
  readonly isBlank: boolean
  /** Lines to write profiles on, and questions. */
  readonly profileLines: number
  readonly matterLines: number
  readonly earlier: Pick<Mandate, 'canChange' | 'cannotChange'>
  readonly stories: Readonly<Record<Section, SectionStory>>
  readonly writers: ReadonlyMap<string, Byline>
  readonly gaps: readonly Gap[]
  readonly gate: readonly CastRow[]
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly may: May
}
