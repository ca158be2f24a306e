import { isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Official statistics are brought in by the office; whoever doubts them has their source and their hash. */
export const mayImport: Policy = whoever('administrator', 'clerk')

export type ImportRefusal = 'not-yours-to-import' | 'name-taken' | 'no-feature'

export function importPopulation(
  names: readonly string[],
  { name, features }: { readonly name: string; readonly features: number },
  actor: Actor,
): Result<SignedIn, ImportRefusal> {
  if (!isSignedIn(actor) || !mayImport.allows(actor)) return refuse('not-yours-to-import')
  if (names.includes(name)) return refuse('name-taken')
  if (features === 0) return refuse('no-feature')
  return accept(actor)
}
