import { randomBytes } from 'node:crypto'
import { bound } from '@folkmoot/basics/bound.ts'
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
  const [id] = await appendAll(tx, [fact])
  if (id === undefined) throw new Error('a fact without an id')
  return id
}

/** Erases what was committed to about this account in facts of one kind; the facts and their proof stay. */
export async function eraseSecretsOf(
  tx: Tx,
  account: Id<'account'>,
  { kind, problems }: { readonly kind: string; readonly problems: readonly Id<'problem'>[] },
): Promise<void> {
  await statement`
    delete from ledger.event_secret s
    using ledger.event e
    where e.jurisdiction_id = ${tx.jurisdiction} and e.problem_id = any(${problems}::uuid[]) and e.kind = ${kind}
      and s.jurisdiction_id = e.jurisdiction_id and s.event_id = e.id and s.payload ->> 'account' = ${account}`.execute(
    tx,
  )
}

export type SecretsAbout = {
  readonly kinds: readonly string[]
  /** A field of what was committed to, and whom or what it names; left out: all facts of these kinds. */
  readonly field?: string
  readonly values?: readonly Id[]
}

/** Erases what was committed to in facts of a case about these people or things; the facts and their proof stay. */
export async function eraseSecretsAbout(
  tx: Tx,
  problem: Id<'problem'>,
  { kinds, field, values = [] }: SecretsAbout,
): Promise<void> {
  await statement`
    delete from ledger.event_secret s
    using ledger.event e
    where e.jurisdiction_id = ${tx.jurisdiction} and e.problem_id = ${problem} and e.kind = any(${[...kinds]}::text[])
      and s.jurisdiction_id = e.jurisdiction_id and s.event_id = e.id
      and (${field ?? null}::text is null or s.payload ->> ${field ?? ''}::text = any(${[...values]}::text[]))`.execute(
    tx,
  )
}

/** Erases what was committed to in every fact that names this account, whoever acted; the facts and their proofs stay. */
export async function eraseSecretsNaming(tx: Tx, account: Id<'account'>): Promise<void> {
  await statement`
    delete from ledger.event_secret s
    where s.jurisdiction_id = ${tx.jurisdiction} and s.payload::text like ${`%${account}%`}`.execute(tx)
}

/** Many facts at once, as many votes in one transaction are: one statement writes them all. Ids in the order of the facts. */
export async function appendAll(tx: Tx, facts: readonly Fact[]): Promise<readonly Id<'event'>[]> {
  const rows = facts.map((fact) => rowOf(tx, fact))
  await statement`
    with fact as (
      select * from unnest(
        ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
        ${rows.map(({ problem }) => problem)}::uuid[], ${rows.map(({ at }) => at)}::timestamptz[],
        ${rows.map((row) => row.public)}::text[], ${rows.map(({ commitment }) => commitment)}::bytea[],
        ${rows.map(({ leaf }) => leaf)}::bytea[], ${rows.map(({ salt }) => salt)}::bytea[],
        ${rows.map(({ secret }) => secret)}::text[]
      ) f (id, kind, problem_id, at, public, commitment, leaf, salt, secret)
    ), written as (
      insert into ledger.event (jurisdiction_id, id, kind, problem_id, at, public, commitment, leaf_hash)
      select ${tx.jurisdiction}, f.id, f.kind, f.problem_id, f.at, f.public::jsonb, f.commitment, f.leaf from fact f
    )
    insert into ledger.event_secret (jurisdiction_id, event_id, salt, payload)
    select ${tx.jurisdiction}, f.id, f.salt, f.secret::jsonb from fact f where f.salt is not null`.execute(tx)
  for (const fact of facts) for (const react of subscribers.get(fact.kind) ?? []) await react(tx, fact)
  return rows.map(({ id }) => id)
}

function rowOf(tx: Tx, fact: Fact) {
  const at = fact.time === 'coarse' ? coarse(tx.now) : tx.now
  const salt = fact.secret ? randomBytes(saltBytes) : null
  const commitment = fact.secret && salt ? commitTo(fact.kind, fact.secret, salt) : null
  const leaf = leafHash({ kind: fact.kind, problem: fact.problem, at, public: fact.public, commitment })
  return {
    id: idFor(fact),
    kind: fact.kind,
    problem: fact.problem,
    at,
    public: JSON.stringify(fact.public),
    commitment,
    leaf,
    salt,
    secret: fact.secret ? JSON.stringify(fact.secret) : null,
  }
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

/** `appendAll` for one stage. */
export function recorderOfMany<Catalogue extends FactCatalogue>(_catalogue: Catalogue) {
  return (tx: Tx, facts: readonly Fact<keyof Catalogue & string>[]): Promise<readonly Id<'event'>[]> =>
    appendAll(tx, facts)
}

type Reaction = (tx: Tx, fact: Fact) => Promise<void>

const subscribers = bound<string, readonly Reaction[]>()

/** How what comes later reacts to an earlier stage's facts. Bound once, in `app`. */
export function subscribe(kind: string, react: Reaction): void {
  subscribers.set(kind, [...(subscribers.get(kind) ?? []), react])
}
