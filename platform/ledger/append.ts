import { randomBytes } from 'node:crypto'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { statement, type Tx } from '../db/index.ts'
import type { Fact, FactCatalogue } from './fact.ts'
import { coarse, commitTo, leafHash } from './leaf.ts'

const saltBytes = 32

/**
 * Writes a fact in the transaction of the act: public part, salted commitment, secret part and leaf hash.
 * Its place in the log is assigned later by the sequencer. Then whoever subscribed to this kind of fact acts,
 * still in the same transaction.
 */
export async function append(tx: Tx, fact: Fact): Promise<Id<'event'>> {
  const id = idFor(fact)
  const at = fact.time === 'coarse' ? coarse(tx.now) : tx.now
  const salt = fact.secret ? randomBytes(saltBytes) : null
  const commitment = fact.secret && salt ? commitTo(fact.kind, fact.secret, salt) : null
  const leaf = leafHash({ kind: fact.kind, problem: fact.problem, at, public: fact.public, commitment })
  // One statement for both rows: a vote pays for one round trip, not two.
  await statement`
    with written as (
      insert into ledger.event (jurisdiction_id, id, kind, problem_id, at, public, commitment, leaf_hash)
      values (${tx.jurisdiction}, ${id}, ${fact.kind}, ${fact.problem}, ${at}, ${JSON.stringify(fact.public)}, ${commitment}, ${leaf})
    )
    insert into ledger.event_secret (jurisdiction_id, event_id, salt, payload)
    select ${tx.jurisdiction}, ${id}, ${salt}, ${JSON.stringify(fact.secret ?? null)}
    where ${salt}::bytea is not null`.execute(tx)
  for (const react of subscribers.get(fact.kind) ?? []) await react(tx, fact)
  return id
}

/** The time inside a v7 id would tell the very millisecond of a vote: what says nothing in public gets one without time. */
function idFor(fact: Fact): Id<'event'> {
  const isSilent = fact.time === 'coarse' && Object.keys(fact.public).length === 0
  return isSilent ? (crypto.randomUUID() as Id<'event'>) : newId('event') // a UUID as good as any `newId` makes
}

/** `append` for one stage: only kinds from its catalogue compile. */
export function recorder<Catalogue extends FactCatalogue>(_catalogue: Catalogue) {
  return (tx: Tx, fact: Fact<keyof Catalogue & string>): Promise<Id<'event'>> => append(tx, fact)
}

type Reaction = (tx: Tx, fact: Fact) => Promise<void>

const subscribers = new Map<string, readonly Reaction[]>()

/** How what comes later reacts to an earlier stage's facts. Bound once, in `app`. */
export function subscribe(kind: string, react: Reaction): void {
  subscribers.set(kind, [...(subscribers.get(kind) ?? []), react])
}
