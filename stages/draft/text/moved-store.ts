import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { ChangedPassages, Passage, Run } from './changed-passages.ts'
import {
  firstHands,
  firstRuns,
  lettersOf,
  movedIn,
  takenIn,
  type FirstHands,
  type FirstWritten,
  type Letter,
} from './moved.ts'

/**
 * Notes who wrote first what an update moves, and what it takes out, should that be put in again. Looks up what the update touches, by
 * its key: however long the log.
 */
export async function noteMoved(tx: Tx, problem: Id<'problem'>, changed: ChangedPassages): Promise<void> {
  const { moved, fresh } = movedIn(changed)
  const taken = takenIn(changed)
  if (moved.length === 0 && fresh.length === 0 && taken.length === 0) return
  const firstOf = await firstOfEach(tx, problem, [
    ...moved.map(({ from }) => ({ ...from, length: 1 })),
    ...taken.flatMap(({ runs }) => runs),
  ])
  const letters = [
    ...moved.map(({ to, from }) => ({ to, first: firstOf(from) })),
    ...(await knownAgain(tx, problem, fresh)),
  ].toSorted((one, other) => one.to.client - other.to.client || one.to.clock - other.to.clock)
  await putMoved(
    tx,
    problem,
    firstRuns(letters).filter(({ client, first }) => client !== first),
  )
  await putTaken(tx, problem, taken, firstOf)
}

/** Who wrote first what stands, for `lettersBy` and `authorsBy`. */
export async function liveFirstHands(read: Read, problem: Id<'problem'>): Promise<FirstHands> {
  const { rows } = await sql<FirstWritten>`
    select m.client, m.clock, m.length, m.first_client as "first"
    from draft.live_moved m
    where m.problem_id = ${problem}`.execute(read)
  return firstHands(rows)
}

/** Runs of one client never overlap: what touches a stretch begins in it, or is the last that begins before it. */
async function firstOfEach(
  read: Read,
  problem: Id<'problem'>,
  letters: readonly Run[],
): Promise<(letter: Letter) => number> {
  const runs = stretchesOf(letters)
  if (runs.length === 0) return ({ client }) => client
  const { rows } = await sql<FirstWritten>`
    select distinct m.client, m.clock, m.length, m.first_client as "first"
    from unnest(
      ${runs.map(({ client }) => client)}::bigint[], ${runs.map(({ clock }) => clock)}::bigint[],
      ${runs.map(({ length }) => length)}::bigint[]
    ) g (client, clock, length)
    cross join lateral (
      (
        select b.client, b.clock, b.length, b.first_client from draft.live_moved b
        where b.jurisdiction_id = ${read.jurisdiction} and b.problem_id = ${problem} and b.client = g.client and b.clock <= g.clock
        order by b.clock desc
        limit 1
      )
      union all
      select i.client, i.clock, i.length, i.first_client from draft.live_moved i
      where i.jurisdiction_id = ${read.jurisdiction} and i.problem_id = ${problem} and i.client = g.client
        and i.clock > g.clock and i.clock < g.clock + g.length
    ) m`.execute(read)
  const handsOf = firstHands(rows)
  return (letter) => handsOf({ ...letter, length: 1 })[0]?.client ?? letter.client
}

function stretchesOf(letters: readonly Run[]): readonly Run[] {
  const stretches: Run[] = []
  for (const run of letters.toSorted((one, other) => one.client - other.client || one.clock - other.clock)) {
    const last = stretches.at(-1)
    if (last?.client === run.client && run.clock <= last.clock + last.length) {
      const end = Math.max(last.clock + last.length, run.clock + run.length)
      stretches[stretches.length - 1] = { ...last, length: end - last.clock }
    } else stretches.push(run)
  }
  return stretches
}

type Hand = readonly [client: number, length: number]

/** Passages that were taken out before, by this update's writer or anybody. */
async function knownAgain(
  read: Read,
  problem: Id<'problem'>,
  fresh: readonly Passage[],
): Promise<readonly { readonly to: Letter; readonly first: number }[]> {
  if (fresh.length === 0) return []
  const { rows } = await sql<{ readonly at: number; readonly runs: readonly Hand[] }>`
    select g.at::integer as at, t.runs
    from unnest(${fresh.map(({ text }) => text)}::text[]) with ordinality g (words, at)
    join draft.live_taken t
      on t.jurisdiction_id = ${read.jurisdiction} and t.problem_id = ${problem} and t.passage = md5(g.words)::uuid`.execute(
    read,
  )
  return rows.flatMap(({ at, runs }) => {
    const hands = runs.flatMap(([client, length]) => Array.from({ length }, () => client))
    return lettersOf(fresh[at - 1]?.runs ?? []).flatMap((to, i) => {
      const first = hands[i]
      return first === undefined ? [] : [{ to, first }]
    })
  })
}

async function putMoved(tx: Tx, problem: Id<'problem'>, runs: readonly FirstWritten[]): Promise<void> {
  if (runs.length === 0) return
  await sql`
    insert into draft.live_moved (jurisdiction_id, problem_id, client, clock, length, first_client)
    select ${tx.jurisdiction}, ${problem}, g.client, g.clock, g.length, g.first
    from unnest(
      ${runs.map(({ client }) => client)}::bigint[], ${runs.map(({ clock }) => clock)}::bigint[],
      ${runs.map(({ length }) => length)}::integer[], ${runs.map(({ first }) => first)}::bigint[]
    ) g (client, clock, length, first)
    -- A browser that comes back may send what is here already.
    on conflict do nothing`.execute(tx)
}

/** Who wrote it first keeps it: the same words taken out again change nothing. */
async function putTaken(
  tx: Tx,
  problem: Id<'problem'>,
  taken: readonly Passage[],
  firstOf: (letter: Letter) => number,
): Promise<void> {
  if (taken.length === 0) return
  const runs = taken.map((passage) => {
    const hands: Hand[] = []
    for (const first of lettersOf(passage.runs).map(firstOf)) {
      const last = hands.at(-1)
      if (last?.[0] === first) hands[hands.length - 1] = [first, last[1] + 1]
      else hands.push([first, 1])
    }
    return JSON.stringify(hands)
  })
  await sql`
    insert into draft.live_taken (jurisdiction_id, problem_id, passage, runs)
    select distinct on (md5(g.words)) ${tx.jurisdiction}, ${problem}, md5(g.words)::uuid, g.runs::jsonb
    from unnest(${taken.map(({ text }) => text)}::text[], ${runs}::text[]) with ordinality g (words, runs, at)
    order by md5(g.words), g.at
    on conflict do nothing`.execute(tx)
}
