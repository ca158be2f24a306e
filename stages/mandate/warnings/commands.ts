import { isSignedIn, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database } from '../../../platform/db/index.ts'
import {
  bodies,
  decidingBodies,
  parties as allParties,
  putElection,
  putMajority,
} from '../../../platform/directory/index.ts'
import { record } from '../facts.ts'
import { setGroupsAYear } from './store.ts'

export type MajorityInput = {
  readonly body: Id<'body'> | undefined
  /** None: which parties form it is unknown again. */
  readonly parties: readonly Id<'body'>[]
  readonly source: string
}

/** Which parties form the majority of a body, with where that can be read. */
export async function sayMajority(
  database: Database,
  actor: Actor,
  { body, parties, source }: MajorityInput,
): Promise<Result<null, 'no-such-body' | 'no-such-party'>> {
  if (!isSignedIn(actor)) throw new Error('the route lets in only who is signed in')
  const by = actor.account
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const named = (await bodies(tx)).find(({ id }) => id === body)
    if (!named) return refuse('no-such-body')
    await lockExclusive(tx, `majority of ${named.id}`) // of two at once the second replaces what the first said
    const known = await allParties(tx)
    if (!parties.every((party) => known.some(({ id }) => id === party))) return refuse('no-such-party')
    await putMajority(tx, { body: named.id, parties: [...new Set(parties)], source, by })
    await record(tx, {
      kind: 'mandate.rules-set',
      problem: null,
      public: { body: named.id, parties: [...new Set(parties)], source },
      time: 'exact',
    })
    return accept(null)
  })
}

export type ElectionInput = {
  readonly body: Id<'body'> | undefined
  /** Null: it is unknown again. */
  readonly heldOn: Temporal.PlainDate | null
  readonly source: string
}

/** When a body is elected next, with where that can be read. */
export async function sayElection(
  database: Database,
  actor: Actor,
  { body, heldOn, source }: ElectionInput,
): Promise<Result<null, 'no-such-body'>> {
  if (!isSignedIn(actor)) throw new Error('the route lets in only who is signed in')
  const by = actor.account
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const named = (await decidingBodies(tx)).find(({ id }) => id === body)
    if (!named) return refuse('no-such-body')
    await lockExclusive(tx, `election of ${named.id}`) // of two at once the second replaces what the first said
    await putElection(tx, { body: named.id, heldOn, source, by })
    await record(tx, {
      kind: 'mandate.rules-set',
      problem: null,
      public: { body: named.id, electionOn: heldOn?.toString() ?? null, source },
      time: 'exact',
    })
    return accept(null)
  })
}

/** How many groups may work at once before whoever adopts another is warned. */
export async function sayCapacity(database: Database, actor: Actor, groupsAYear: number): Promise<Result<null, never>> {
  if (!isSignedIn(actor)) throw new Error('the route lets in only who is signed in')
  const by = actor.account
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await setGroupsAYear(tx, { most: groupsAYear, by })
    await record(tx, { kind: 'mandate.rules-set', problem: null, public: { groupsAYear }, time: 'exact' })
    return accept(null)
  })
}
