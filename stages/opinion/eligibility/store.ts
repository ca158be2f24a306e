import { createHmac, randomBytes } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { statement, type Tx } from '../../../platform/db/index.ts'
import { knownAgainBy, lockKnown, type KnownBy } from '../../../platform/identity/index.ts'

/** Somebody who is about to give her first vote in a consultation, or who leaves. */
export type Voter = { readonly consultation: Id<'consultation'>; readonly account: Id<'account'> }

export async function putSecret(tx: Tx, consultation: Id<'consultation'>): Promise<void> {
  await tx
    .insertInto('opinion.eligibility_secret')
    .values({ jurisdiction_id: tx.jurisdiction, consultation_id: consultation, secret: randomBytes(32) })
    .execute()
}

/** Nobody can be found by it without the secret, which no page, no record and no export holds. */
export function keyOf(secret: Buffer, basis: KnownBy): Buffer {
  return createHmac('sha256', secret).update(basis).digest()
}

/**
 * Writes the keys of these people. Tells who had one there before: the same person under another account. Keys are written in
 * their order, so that two rounds of votes never wait for each other in a circle.
 */
export async function claim(tx: Tx, voters: readonly Voter[]): Promise<readonly Voter[]> {
  if (voters.length === 0) return []
  const accounts = voters.map(({ account }) => account)
  await lockKnown(tx, accounts)
  return layKeys(tx, voters, await knownAgainBy(tx, accounts))
}

/** Writes the keys of what these people are known by. Tells who found one there before. */
export async function layKeys(
  tx: Tx,
  voters: readonly Voter[],
  known: ReadonlyMap<Id<'account'>, readonly KnownBy[]>,
): Promise<readonly Voter[]> {
  if (voters.length === 0) return []
  const keys = await keysOf(tx, voters, known)
  const { rows } = await statement<{ readonly consultation: Id<'consultation'>; readonly key: Buffer }>`
    insert into opinion.eligibility (jurisdiction_id, consultation_id, key)
    select ${tx.jurisdiction}, k.consultation_id, k.key
    from unnest(
      ${keys.map(({ voter }) => voter.consultation)}::uuid[], ${keys.map(({ key }) => key)}::bytea[]
    ) k (consultation_id, key)
    order by k.consultation_id, k.key
    on conflict do nothing
    returning consultation_id as consultation, key`.execute(tx)
  const left = new Set(rows.map(nameOf))
  // Of two accounts of one person in the same round the first is new.
  const had = keys.filter(({ voter, key }) => !left.delete(nameOf({ consultation: voter.consultation, key })))
  return [...new Set(had.map(({ voter }) => voter))]
}

function nameOf({ consultation, key }: { readonly consultation: Id<'consultation'>; readonly key: Buffer }): string {
  return `${consultation} ${key.toString('hex')}`
}

async function keysOf(tx: Tx, voters: readonly Voter[], bases: ReadonlyMap<Id<'account'>, readonly KnownBy[]>) {
  const consultations = [...new Set(voters.map(({ consultation }) => consultation))]
  const secrets = await tx
    .selectFrom('opinion.eligibility_secret')
    .select(['consultation_id', 'secret'])
    .where('consultation_id', 'in', consultations)
    .execute()
  const secretOf = new Map(secrets.map((row) => [row.consultation_id, row.secret]))
  return voters.flatMap((voter) => {
    const secret = secretOf.get(voter.consultation)
    const known = bases.get(voter.account)
    if (!secret || !known) throw new Error('an open consultation without its secret, or a voter without an account')
    return known.map((basis) => ({ voter, key: keyOf(secret, basis) }))
  })
}

/** In the transaction that closes the consultation: from then on nobody votes, and nobody need be known again. */
export async function destroyKeys(tx: Tx, consultation: Id<'consultation'>): Promise<void> {
  await tx.deleteFrom('opinion.eligibility').where('consultation_id', '=', consultation).execute()
  await tx.deleteFrom('opinion.eligibility_secret').where('consultation_id', '=', consultation).execute()
}
