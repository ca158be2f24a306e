import { createHash } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, statement, together, type Database, type Tx } from '../db/index.ts'
import { clientHash } from './client-hash.ts'
import { minutesPerStep, mostPerStep, secondsToWait, stepOf, type PaceKind } from './pace-rules.ts'

export type Pacing = {
  readonly jurisdiction: Id<'jurisdiction'>
  readonly kind: PaceKind
  readonly account: Id<'account'> | null
  readonly client: string | undefined
}

export type PaceLimits = Readonly<Record<PaceKind, number>>

type Use = { readonly jurisdiction: Id<'jurisdiction'>; readonly kind: PaceKind; readonly who: Buffer }
type Counted = { readonly count: number; readonly now: Temporal.Instant }

/**
 * Counts one more and says how many seconds to wait: null, to go on. Counted in the database, so that several nodes and a restart
 * count as one; what comes at once is counted in one round. Whoever asks from nowhere known is not counted.
 */
export async function paced(
  database: Database,
  { jurisdiction, kind, account, client }: Pacing,
  limits: PaceLimits = mostPerStep,
): Promise<number | null> {
  const who = account !== null ? accountHash(account) : client === undefined ? null : clientHash(client)
  if (!who) return null
  const { count, now } = await countTogether(database, jurisdiction, { jurisdiction, kind, who })
  return secondsToWait({ count, most: limits[kind], now })
}

function accountHash(account: Id<'account'>): Buffer {
  return createHash('sha256').update(`folkmoot-pace\n${account}`).digest()
}

const countTogether = together(async (database: Database, uses: readonly Use[]): Promise<readonly Counted[]> => {
  const [first] = uses
  if (!first) return []
  return database.transact(first.jurisdiction, null, (tx) => countAll(tx, uses))
})

async function countAll(tx: Tx, uses: readonly Use[]): Promise<readonly Counted[]> {
  const now = await clock(tx)
  const keys = uses.map(({ kind, who }) => `${kind} ${who.toString('hex')}`)
  const more = new Map<string, number>()
  for (const key of keys) more.set(key, (more.get(key) ?? 0) + 1)
  // In one order, so that two nodes that count the same people do not wait for each other in a circle.
  const rows = [...more]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => ({ key: key.split(' '), count }))
  const counted = await statement<{ kind: string; who: string; count: number }>`
    insert into identity.pace as known (jurisdiction_id, kind, who, since, count)
    select ${tx.jurisdiction}, one.kind, decode(one.who, 'hex'), ${stepOf(now).toString()}::timestamptz, one.count
    from unnest(
      ${rows.map(({ key }) => key[0])}::text[],
      ${rows.map(({ key }) => key[1])}::text[],
      ${rows.map(({ count }) => count)}::int[]
    ) as one (kind, who, count)
    on conflict (jurisdiction_id, kind, who, since) do update set count = known.count + excluded.count
    returning kind, encode(who, 'hex') as who, count`.execute(tx)
  const counts = new Map(counted.rows.map(({ kind, who, count }) => [`${kind} ${who}`, count]))
  // Each its own number: of those that come in one round as many go on as were left.
  const left = new Map(more)
  return keys.map((key) => {
    const later = (left.get(key) ?? 1) - 1
    left.set(key, later)
    return { count: (counts.get(key) ?? 0) - later, now }
  })
}

/** What is over is nobody's business. */
export async function forgetPace(tx: Tx): Promise<void> {
  const now = await clock(tx)
  await tx
    .deleteFrom('identity.pace')
    .where('since', '<', now.subtract({ minutes: 6 * minutesPerStep }))
    .execute()
}
