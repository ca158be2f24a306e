import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { problemBySlug, type Problem } from '../problem/index.ts'
import * as store from './store.ts'

export type PackageMissing = 'no-such-problem' | 'not-handed-over'
type PackageFound = { readonly problem: Problem; readonly pack: store.Package }

/** The package under its lock: answering and closing exclude one another. */
export async function lockedPackage(tx: Tx, slug: string): Promise<Result<PackageFound, PackageMissing>> {
  const problem = await problemBySlug(tx, slug)
  if (!problem) return refuse('no-such-problem')
  const known = await store.packageOf(tx, problem.id)
  if (!known) return refuse('not-handed-over')
  await lockExclusive(tx, known.id)
  const pack = await store.packageOf(tx, problem.id) // as it stands now that nobody else changes it
  return pack ? accept({ problem, pack }) : refuse('not-handed-over')
}

/** One transaction about one package, under its lock. */
export async function inPackage<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, found: PackageFound) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | PackageMissing>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Code | PackageMissing>> => {
    const found = await lockedPackage(tx, slug)
    return found.ok ? act(tx, found.value) : found
  })
}
