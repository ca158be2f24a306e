import { isSignedIn, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import { putFeature, standingFeatures } from './store.ts'
import { putToldFeatures, type NewlyTold } from './told-store.ts'

/** Adds a feature or changes one. What people told of themselves stays theirs. */
export async function setFeature(
  database: Database,
  actor: Actor,
  terms: rules.FeatureTerms,
): Promise<Result<{ readonly id: Id<'feature'> }, rules.SetFeatureRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockFeatures(tx)
    return settleFeature(tx, actor, terms)
  })
}

/** Taken before features are read that are about to change. */
export function lockFeatures(tx: Tx): Promise<void> {
  return lockExclusive(tx, 'features')
}

/** Within a transaction that holds the lock of the features: an imported table brings its own. */
export async function settleFeature(
  tx: Tx,
  actor: Actor,
  terms: rules.FeatureTerms,
): Promise<Result<{ readonly id: Id<'feature'> }, rules.SetFeatureRefusal>> {
  const allowed = rules.setFeature(await standingFeatures(tx), terms, actor)
  if (!allowed.ok) return allowed
  const id = await putFeature(tx, terms)
  await record(tx, {
    kind: 'arena.feature-set',
    problem: null,
    public: {
      name: terms.name,
      values: terms.values.filter(({ isOffered }) => isOffered).map(({ name }) => name),
      isOffered: terms.isOffered,
      by: actor.name,
    },
    time: 'exact',
  })
  return accept({ id })
}

/** Somebody tells of herself, changes it or takes it back: her own settings, of which nothing is recorded. */
export async function tellOfMyself(
  database: Database,
  actor: Actor,
  told: NewlyTold,
): Promise<Result<null, 'sign-in-first'>> {
  if (!isSignedIn(actor)) return refuse('sign-in-first')
  await database.transact(actor.jurisdiction, actor, (tx) => putToldFeatures(tx, actor.account, told))
  return accept(null)
}
