import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Read, type Tx } from '../db/index.ts'
import { cardsOf } from '../thread/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import { tellOfJudging } from './tell.ts'

export type Batch = {
  readonly number: number
  readonly act: 'hide' | 'keep'
  readonly things: number
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
  readonly undoneAt: Temporal.Instant | null
}

/** What is judged together from here on can be undone together. */
export async function openBatch(tx: Tx, { act, things, by }: Pick<Batch, 'act' | 'things' | 'by'>): Promise<number> {
  await lockExclusive(tx, `batches of ${tx.jurisdiction}`)
  const { last } = await tx
    .selectFrom('moderation.batch')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await tx
    .insertInto('moderation.batch')
    .values({ jurisdiction_id: tx.jurisdiction, number, act, things, made_by: by, made_at: await clock(tx) })
    .execute()
  return number
}

/** Those that can still be undone, the newest first. */
export async function batchesToUndo(read: Read, now: Temporal.Instant): Promise<readonly Batch[]> {
  const rows = await read
    .selectFrom('moderation.batch')
    .selectAll()
    .where('undone_at', 'is', null)
    .where('made_at', '>', now.subtract({ minutes: rules.minutesToUndo }))
    .orderBy('number', 'desc')
    .execute()
  return rows.map(batchOf)
}

type Row = {
  readonly number: number
  readonly act: string
  readonly things: number
  readonly made_by: Id<'account'>
  readonly made_at: Temporal.Instant
  readonly undone_at: Temporal.Instant | null
}

function batchOf(row: Row): Batch {
  return {
    number: row.number,
    act: row.act === 'hide' ? 'hide' : 'keep',
    things: row.things,
    by: row.made_by,
    at: row.made_at,
    undoneAt: row.undone_at,
  }
}

/** Everything is as before: what was hidden is shown, or waits again; what was reported stands in the queue. */
export async function undoBatch(tx: Tx, actor: Actor, number: number): Promise<Result<number, rules.UndoRefusal>> {
  await lockExclusive(tx, `batches of ${tx.jurisdiction}`)
  const row = await tx.selectFrom('moderation.batch').selectAll().where('number', '=', number).executeTakeFirst()
  const now = await clock(tx)
  const allowed = rules.undo(row && batchOf(row), { actor, now })
  if (!allowed.ok) return allowed
  const { account: by, as: role } = allowed.value
  const hidden = await tx
    .deleteFrom('moderation.hidden')
    .where('batch', '=', number)
    .returning(['about_kind', 'about_id', 'never_shown'])
    .execute()
  await tx.updateTable('moderation.report').set({ settled_at: null, batch: null }).where('batch', '=', number).execute()
  await tx.updateTable('moderation.batch').set({ undone_at: now, undone_by: by }).where('number', '=', number).execute()
  for (const { about_kind, about_id, never_shown } of hidden) {
    const about = { kind: about_kind, id: about_id } as Thing // written by `putHidden` alone
    await takeBack(tx, { about, by, role, neverShown: never_shown })
  }
  if (hidden.length === 0)
    await record(tx, {
      kind: 'moderation.undone',
      problem: null,
      public: { batch: number, role },
      secret: { by },
      time: 'exact',
    })
  return accept(hidden.length)
}

type Taken = {
  readonly about: Thing
  readonly by: Id<'account'>
  readonly role: string
  readonly neverShown: boolean
}

async function takeBack(tx: Tx, { about, by, role, neverShown }: Taken): Promise<void> {
  const card = (await cardsOf(tx, [about])).get(about.id)
  await tellOfJudging(tx, {
    judged: neverShown ? 'waits-again' : 'taken-back',
    about,
    reason: '',
    writers: card?.writtenBy,
    reporters: [],
    by,
  })
  await record(tx, {
    kind: 'moderation.taken-back',
    problem: null,
    public: { kind: about.kind, ...(about.kind === 'vote' ? {} : { id: about.id }), role, neverShown },
    secret: { id: about.id, by },
    time: 'exact',
  })
}

/** How many things one press may judge. */
export const mostAtOnce = 500
