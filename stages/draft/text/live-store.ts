import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { lockExclusive, lockShared, type Read, type Tx } from '../../../platform/db/index.ts'
import { isFrozen } from '../store.ts'
import { applyWatching, type Lost } from './bringing-back.ts'
import { changedPassages, type ChangedPassages } from './changed-passages.ts'
import { newDocument } from './document.ts'
import { dayOf, putDay } from './live-day.ts'
import { append, type AppendRefusal, type LiveWriter } from './live-rules.ts'
import { noteMoved } from './moved-store.ts'

/** Where those who hold a text open hear that its log has grown; the word is `jurisdiction problem number`. */
export const liveChannel = 'draft_live'

/** After this many updates the log is taken into the state. */
const mostUpdates = 200

export type NewUpdate = {
  readonly problem: Id<'problem'>
  readonly bytes: Uint8Array
  readonly by: LiveWriter
  /** What it takes out and writes: what was moved counts for who wrote it first. */
  readonly changed: ChangedPassages
}

/**
 * Adds an update to the log and says its number. The case is locked in common with other writers, so that a hand-over waits
 * for what is being written and nothing is written after it; then the log, so that numbers follow one another.
 */
export async function appendUpdate(
  tx: Tx,
  { problem, bytes, by, changed }: NewUpdate,
): Promise<Result<number, AppendRefusal>> {
  const clients = clientsIn(bytes)
  if (!clients) return refuse('unreadable')
  await lockShared(tx, problem)
  await lockExclusive(tx, `live ${problem}`)
  const writing = { problem, account: by.account }
  const [frozen, log, day, owners] = await Promise.all([
    isFrozen(tx, problem),
    logOf(tx, problem),
    dayOf(tx, writing),
    ownersOf(tx, problem, clients),
  ])
  const allowed = append(
    { isFrozen: frozen, bytes: bytes.length, logBytes: log.bytes, dayBytes: day.bytes, owners },
    by,
  )
  if (!allowed.ok) return allowed
  await putWriters(tx, { problem, clients: clients.filter((_, i) => owners[i] === undefined), by })
  const seq = log.last + 1
  await tx
    .insertInto('draft.live_update')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      seq,
      bytes: Buffer.from(bytes),
      written_by: by.account,
      at: tx.now,
    })
    .execute()
  await putDay(tx, writing, { since: day.since, bytes: day.bytes + bytes.length })
  await noteMoved(tx, problem, changed)
  if (seq - log.through >= mostUpdates) await compact(tx, problem)
  await sql`select pg_notify(${liveChannel}, ${`${tx.jurisdiction} ${problem} ${seq}`})`.execute(tx)
  return accept(seq)
}

/** The client numbers an update writes for; undefined when it is no update. */
function clientsIn(bytes: Uint8Array): readonly number[] | undefined {
  try {
    Y.decodeUpdate(bytes)
    return [...Y.parseUpdateMeta(bytes).to.keys()]
  } catch {
    return undefined
  }
}

type Log = { readonly through: number; readonly last: number; readonly bytes: number }

async function logOf(read: Read, problem: Id<'problem'>): Promise<Log> {
  const { rows } = await sql<Log>`
    select coalesce(s.through, 0) as through, greatest(coalesce(s.through, 0), u.last) as last,
      coalesce(octet_length(s.bytes), 0) + u.bytes as bytes
    from (
      select coalesce(max(seq), 0) as last, coalesce(sum(octet_length(bytes)), 0) as bytes
      from draft.live_update
      where problem_id = ${problem}
    ) u
    left join draft.live_state s on s.problem_id = ${problem}`.execute(read)
  return rows[0] ?? { through: 0, last: 0, bytes: 0 }
}

type WriterRow = LiveWriter & { readonly client: number }

async function ownersOf(
  read: Read,
  problem: Id<'problem'>,
  clients: readonly number[],
): Promise<readonly (LiveWriter | undefined)[]> {
  const { rows } = await sql<WriterRow>`
    select w.client, w.account_id as account, w.written_as as "as"
    from draft.live_writer w
    where w.problem_id = ${problem} and w.client = any(${clients}::bigint[])`.execute(read)
  const owners = new Map(rows.map((row) => [row.client, row]))
  return clients.map((client) => owners.get(client))
}

async function putWriters(
  tx: Tx,
  { problem, clients, by }: { problem: Id<'problem'>; clients: readonly number[]; by: LiveWriter },
): Promise<void> {
  if (clients.length === 0) return
  await tx
    .insertInto('draft.live_writer')
    .values(
      clients.map((client) => ({
        jurisdiction_id: tx.jurisdiction,
        problem_id: problem,
        client,
        account_id: by.account,
        written_as: by.as,
      })),
    )
    .execute()
}

/** Whose a client number is. */
export async function liveWriter(read: Read, problem: Id<'problem'>, client: number): Promise<LiveWriter | undefined> {
  return (await ownersOf(read, problem, [client]))[0]
}

export type LiveWriters = ReadonlyMap<number, LiveWriter>

/** Whose each client number is. */
export async function liveWriters(read: Read, problem: Id<'problem'>): Promise<LiveWriters> {
  const { rows } = await sql<WriterRow>`
    select w.client, w.account_id as account, w.written_as as "as"
    from draft.live_writer w
    where w.problem_id = ${problem}`.execute(read)
  return new Map(rows.map(({ client, account, as }) => [client, { account, as }]))
}

/** An update under its number; the state is all up to its number in one. */
export type Numbered = { readonly seq: number; readonly bytes: Uint8Array }

/** What came after a number: the state where it is newer, then the updates. One statement, so that no compacting between two can hide an update. */
export async function updatesAfter(read: Read, problem: Id<'problem'>, seq: number): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`
    select through as seq, bytes from draft.live_state where problem_id = ${problem} and through > ${seq}
    union all
    select seq, bytes from draft.live_update where problem_id = ${problem} and seq > ${seq}
    order by seq`.execute(read)
  return rows
}

export type LiveDocument = { readonly doc: Y.Doc; readonly seq: number }

/** The text as it stands in the log, and the number of the last update in it; 0 while nobody has written. */
export async function liveDocument(read: Read, problem: Id<'problem'>): Promise<LiveDocument> {
  const updates = await updatesAfter(read, problem, 0)
  const doc = newDocument()
  doc.transact(() => {
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  return { doc, seq: updates.at(-1)?.seq ?? 0 }
}

/** Updates that took letters along unseen which nobody has brought back yet. */
export async function leftIn(
  read: Read,
  problem: Id<'problem'>,
  updates: readonly Numbered[],
): Promise<readonly { readonly seq: number; readonly lost: readonly Lost[] }[]> {
  const returned = await read
    .selectFrom('draft.live_returned')
    .select('seq')
    .where('problem_id', '=', problem)
    .execute()
  const known = new Set(returned.map(({ seq }) => seq))
  const doc = newDocument()
  return updates
    .map(({ seq, bytes }) => ({ seq, lost: applyWatching(doc, bytes, null) }))
    .filter(({ seq, lost }) => lost.length > 0 && !known.has(seq))
}

/**
 * The caller holds the lock on the log. One transaction: a crash leaves the log as it was. What has yet to be brought back is read from
 * the single updates, so that they stay until it is.
 */
async function compact(tx: Tx, problem: Id<'problem'>): Promise<void> {
  if ((await leftIn(tx, problem, await updatesAfter(tx, problem, 0))).length > 0) return
  const { doc, seq } = await liveDocument(tx, problem)
  const state = { through: seq, bytes: Buffer.from(Y.encodeStateAsUpdate(doc)), at: tx.now }
  await tx
    .insertInto('draft.live_state')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, ...state })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id']).doUpdateSet(state))
    .execute()
  await tx.deleteFrom('draft.live_update').where('problem_id', '=', problem).where('seq', '<=', seq).execute()
  await tx.deleteFrom('draft.live_returned').where('problem_id', '=', problem).where('seq', '<=', seq).execute()
}

/** Writes a change made here, by a form or an act, as one update of its author. Nothing is written when nothing changed. */
export async function changeDocument(
  tx: Tx,
  { problem, by }: Pick<NewUpdate, 'problem' | 'by'>,
  change: (doc: Y.Doc) => void,
): Promise<Result<LiveDocument, AppendRefusal>> {
  await lockShared(tx, problem)
  await lockExclusive(tx, `live ${problem}`)
  const { doc, seq } = await liveDocument(tx, problem)
  const changes: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => changes.push(update))
  doc.transact(() => change(doc))
  if (changes.length === 0) return accept({ doc, seq })
  const bytes = Y.mergeUpdates(changes)
  const changed = changedPassages(doc, { update: bytes, doc: 'after' })
  const appended = await appendUpdate(tx, { problem, bytes, by, changed })
  if (!appended.ok) return appended
  return accept({ doc, seq: appended.value })
}
