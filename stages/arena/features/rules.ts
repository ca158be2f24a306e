import { isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** What a place counts people by is office work; nobody is made to tell it. */
export const maySetFeatures: Policy = whoever('administrator', 'clerk')

export type GenderCode = 'woman' | 'man' | 'other'
export type FeatureKind = 'gender' | 'other'

/** More of either nobody reads through, and cells of so many would all be too small to show. */
export const mostFeatures = 12
export const mostValues = 60

export type ValueTerms = {
  /** Null for a value that is new. */
  readonly id: Id<'feature-value'> | null
  readonly name: string
  readonly code: GenderCode | null
  readonly isOffered: boolean
}

/** One feature as it shall stand, its values in their order. */
export type FeatureTerms = {
  /** Null for a feature that is new. */
  readonly id: Id<'feature'> | null
  readonly name: string
  readonly kind: FeatureKind
  readonly isOffered: boolean
  readonly values: readonly ValueTerms[]
}

export type SetFeatureRefusal =
  | 'not-yours-to-set'
  | 'no-such-feature'
  | 'name-taken'
  | 'gender-already'
  | 'too-many-features'
  | 'too-few-values'
  | 'too-many-values'
  | 'value-twice'

/** Adds a feature, or changes one: a name is corrected, a value added or no more offered; none is ever removed. */
export function setFeature(
  standing: readonly FeatureTerms[],
  terms: FeatureTerms,
  actor: Actor,
): Result<SignedIn, SetFeatureRefusal> {
  if (!isSignedIn(actor) || !maySetFeatures.allows(actor)) return refuse('not-yours-to-set')
  const before = standing.find(({ id }) => id === terms.id)
  if (terms.id !== null && before?.kind !== terms.kind) return refuse('no-such-feature')
  if (before && !isSameValues(before, terms)) return refuse('no-such-feature')
  const others = standing.filter(({ id }) => id !== terms.id)
  if (others.some(({ name }) => isSame(name, terms.name))) return refuse('name-taken')
  if (terms.kind === 'gender' && others.some(({ kind }) => kind === 'gender')) return refuse('gender-already')
  if (!before && standing.length >= mostFeatures) return refuse('too-many-features')
  const offered = terms.values.filter(({ isOffered }) => isOffered)
  if (offered.length < 2) return refuse('too-few-values')
  if (terms.values.length > mostValues) return refuse('too-many-values')
  if (new Set(terms.values.map(({ name }) => folded(name))).size < terms.values.length) return refuse('value-twice')
  return accept(actor)
}

/** Every value there was is still there: somebody may have told it of herself. */
function isSameValues(before: FeatureTerms, after: FeatureTerms): boolean {
  const kept = new Set(after.values.flatMap(({ id }) => id ?? []))
  return kept.size === before.values.length && before.values.every(({ id }) => id !== null && kept.has(id))
}

function isSame(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

/** Two names that differ in capitals and spaces alone are one to whoever reads them. */
export function folded(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()
}
