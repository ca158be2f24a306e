import type { Id } from '@folkmoot/basics/ids.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { mayWriteNow, type AskRefusal, type Claim } from './asking.ts'
import type { AppendRefusal } from './live-rules.ts'
import { appendUpdate, type NewUpdate } from './live-store.ts'

export type KeepRefusal = AskRefusal | AppendRefusal

/** The number under which the update was kept, committed before this is known. */
export type Kept = Result<number, KeepRefusal>

export type NewBytes = Pick<NewUpdate, 'bytes' | 'changed'>

export type Keep = (claim: Claim, update: NewBytes) => Promise<Kept>

type Waiting = {
  readonly claim: Claim
  readonly update: NewBytes
  readonly settle: (kept: Kept) => void
  readonly fail: (error: unknown) => void
}

/** Keeps the updates of one text in the order they came; those that wait together share a transaction. */
export function openKeeping(database: Database, jurisdiction: Id<'jurisdiction'>): Keep {
  let waiting: Waiting[] = []
  let isBusy = false

  const work = async (): Promise<void> => {
    isBusy = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await keepAll({ database, jurisdiction }, batch)
    }
    isBusy = false
  }
  return (claim, update) => {
    const { promise, resolve, reject } = Promise.withResolvers<Kept>()
    waiting.push({ claim, update, settle: resolve, fail: reject })
    if (!isBusy) void work()
    return promise
  }
}

type Place = { readonly database: Database; readonly jurisdiction: Id<'jurisdiction'> }

/** What one of them breaks must not hold up the others: after a throw each is tried alone. */
async function keepAll(place: Place, batch: readonly Waiting[]): Promise<void> {
  try {
    const kept = await keepTogether(place, batch)
    for (const [i, one] of batch.entries()) {
      const answer = kept[i]
      if (answer) one.settle(answer)
    }
  } catch (error) {
    if (batch.length > 1) for (const one of batch) await keepAll(place, [one])
    else batch[0]?.fail(error)
  }
}

function keepTogether({ database, jurisdiction }: Place, batch: readonly Waiting[]): Promise<readonly Kept[]> {
  return database.transact(jurisdiction, null, async (tx) => {
    const asked = new Map<string, Awaited<ReturnType<typeof mayWriteNow>>>()
    const kept: Kept[] = []
    for (const { claim, update } of batch) {
      const who = claim.session?.toString('hex') ?? ''
      const allowed = asked.get(who) ?? (await mayWriteNow(tx, claim))
      asked.set(who, allowed)
      kept.push(allowed.ok ? await appendUpdate(tx, { problem: claim.problem, ...update, by: allowed.value }) : allowed)
    }
    return kept
  })
}
