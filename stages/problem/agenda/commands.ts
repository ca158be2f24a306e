import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database } from '../../../platform/db/index.ts'
import { decidingBodies } from '../../../platform/directory/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Puts a rule in force for whatever is raised from now on. What was raised before keeps its own. */
export async function setAgendaRule(
  database: Database,
  actor: Actor,
  terms: rules.RuleTerms,
): Promise<Result<{ readonly version: number }, rules.SetRuleRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, 'agenda rule')
    const receivers = new Set((await decidingBodies(tx)).map(({ id }) => id))
    const allowed = rules.setRule(terms, receivers, actor)
    if (!allowed.ok) return allowed
    const version = ((await store.ruleInForce(tx))?.version ?? 0) + 1
    await store.putRule(tx, { ...terms, version, setBy: allowed.value.account })
    await record(tx, {
      kind: 'problem.rule-set',
      problem: null,
      public: { version, ...publicTerms(terms) },
      time: 'exact',
    })
    return accept({ version })
  })
}

function publicTerms({ rungs, window, answer, ...terms }: rules.RuleTerms) {
  return {
    ...terms,
    rungs: rungs.map((rung) => ({ ...rung })),
    window: window && { ...window },
    answer: { ...answer },
  }
}
