import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Errors, Typed } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Arena } from '../arena.ts'
import type { Sharing } from '../homes/pages/homes.tsx'
import type { SayArena } from '../messages/words.ts'
import type { Application } from '../store.ts'

/** What the page of the applications is given; its parts take the same. */
export type ApplicationsPageProps = {
  readonly say: SayArena
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  /** Those on this page. */
  readonly applications: readonly Application[]
  /** All of them, by profile. */
  readonly counts: ReadonlyMap<Id<'profile'>, readonly Application[]>
  /** The one profile this page shows; null where it shows all. */
  readonly only: Id<'profile'> | null
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  /** What organisations have declared that they can bring. */
  readonly resources: ReadonlyMap<Id<'account'>, string>
  /** Who applied without a computer: staff wrote it down. */
  readonly held: ReadonlySet<Id<'account'>>
  /** Those who gave the same address, where at most one of a home is seated. */
  readonly shared: readonly (readonly Sharing[])[]
  readonly mayLookUp: boolean
  readonly mayAnswer: boolean
  /** Who is in a locked list of which seats are drawn. */
  readonly inDraw: readonly Id<'account'>[]
  readonly errors: Errors
  readonly typed: Typed
}
