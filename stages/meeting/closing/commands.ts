import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export function listGround(
  database: Database,
  actor: Actor,
  words: string,
): Promise<Result<null, 'not-yours-to-list' | 'listed-already'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, 'legal-grounds')
    const listed = (await store.groundsOf(tx)).map((ground) => ground.words)
    const allowed = rules.listGround({ words, listed }, actor)
    if (!allowed.ok) return allowed
    const number = await store.putGround(tx, words, allowed.value.account)
    await record(tx, { kind: 'meeting.ground-listed', problem: null, public: { number, words }, time: 'exact' })
    return accept(null)
  })
}

/** No further meeting is closed on it; those that were keep it. */
export function endGround(
  database: Database,
  actor: Actor,
  number: number,
): Promise<Result<null, 'not-yours-to-list' | 'listed-already' | 'no-such-ground'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, 'legal-grounds')
    const allowed = rules.listGround({ words: '', listed: [] }, actor)
    if (!allowed.ok) return allowed
    const ground = (await store.groundsOf(tx)).find((one) => one.number === number)
    if (!ground) return refuse('no-such-ground')
    await store.endGround(tx, number)
    await record(tx, { kind: 'meeting.ground-ended', problem: null, public: { number }, time: 'exact' })
    return accept(null)
  })
}
