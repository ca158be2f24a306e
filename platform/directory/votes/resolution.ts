import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { together, type Read, type Tx } from '../../db/index.ts'
import { hasTerms, membersOf } from '../people.ts'
import type { VoteWords } from './rules.ts'

/** What a body resolved, with its votes. A draft until the body's chair confirms it; only then it counts (R1, R32). */
export type Resolution = {
  readonly id: Id<'resolution'>
  readonly body: Id<'body'>
  readonly about: Thing
  readonly motion: string
  /** The day of the meeting; null where a told case does not know it. */
  readonly decidedOn: Temporal.PlainDate | null
  /** Case and agenda reference in the body's own minutes. */
  readonly reference: string
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  /** Null only in a told case: that a vote was taken is not known. */
  readonly isCarried: boolean | null
  readonly dissent: string
  readonly draftedBy: Id<'account'> | null
  readonly confirmedBy: Id<'account'> | null
  readonly confirmedAt: Temporal.Instant | null
  readonly source: string | null
}

export type NewResolution = Omit<Resolution, 'id' | 'confirmedBy' | 'confirmedAt'>

/** Writes the draft of the record (or, with a source, the record of a told case). */
export async function putResolution(tx: Tx, resolution: NewResolution): Promise<Id<'resolution'>> {
  const id = newId('resolution')
  await tx
    .insertInto('directory.resolution')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      body_id: resolution.body,
      about_kind: resolution.about.kind,
      about_id: resolution.about.id,
      motion: resolution.motion,
      decided_on: resolution.decidedOn,
      reference: resolution.reference,
      votes_for: resolution.votesFor,
      votes_against: resolution.votesAgainst,
      abstentions: resolution.abstentions,
      is_carried: resolution.isCarried,
      dissent: resolution.dissent,
      drafted_by: resolution.draftedBy,
      drafted_at: tx.now,
      confirmed_at: resolution.source === null ? null : tx.now,
      source: resolution.source,
    })
    .execute()
  return id
}

export type Recording = Pick<NewResolution, 'body' | 'about'> & { readonly by: Id<'account'> }

/** Writes down what was typed of a vote here. It counts when the chair has confirmed it. */
export async function recordVote(tx: Tx, { body, about, by }: Recording, vote: VoteWords): Promise<Id<'resolution'>> {
  // A form brings more than the record: only what belongs to it is kept.
  const { motion, decidedOn, reference, votesFor, votesAgainst, abstentions, isCarried, dissent } = vote
  const words = { motion, decidedOn, reference, votesFor, votesAgainst, abstentions, isCarried, dissent }
  return putResolution(tx, { body, about, ...words, draftedBy: by, source: null })
}

/** Who sat in the body on that day, and whether any term in it is known: what its counts are compared with. */
export async function sittingOn(
  read: Read,
  body: Id<'body'>,
  day: Temporal.PlainDate,
): Promise<{ readonly members: readonly Id<'person'>[]; readonly isKnown: boolean }> {
  return { members: await membersOf(read, body, day), isKnown: await hasTerms(read, body) }
}

/** What the public ledger says of a confirmed vote. */
export function voteFacts(vote: Resolution) {
  return {
    body: vote.body,
    day: vote.decidedOn?.toString() ?? null,
    reference: vote.reference,
    motion: vote.motion,
    for: vote.votesFor,
    against: vote.votesAgainst,
    abstentions: vote.abstentions,
    dissent: vote.dissent,
  }
}

/** False when it was confirmed before. */
export async function confirmResolution(tx: Tx, id: Id<'resolution'>, by: Id<'account'>): Promise<boolean> {
  const confirmed = await tx
    .updateTable('directory.resolution')
    .set({ confirmed_by: by, confirmed_at: tx.now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return confirmed.numUpdatedRows === 1n
}

/** Resolutions about these things, newest first; drafts among them. What is asked of many cases at once is one statement. */
export async function resolutionsAbout(read: Read, ids: readonly Id[]): Promise<readonly Resolution[]> {
  return ids.length === 0 ? [] : aboutEach(read, read.jurisdiction, ids)
}

const aboutEach = together(async (read: Read, asked: readonly (readonly Id[])[]) => {
  const byThing = Map.groupBy(await aboutAny(read, [...new Set(asked.flat())]), ({ about }) => about.id)
  return asked.map((ids) => {
    const its = [...new Set(ids)].map((id) => byThing.get(id) ?? [])
    const here = its.filter((list) => list.length > 0)
    return here.length > 1 ? here.flat().toSorted(byNewest) : here.flat()
  })
})

type Dated = Resolution & { readonly draftedAt: Temporal.Instant }

function byNewest(a: Dated, b: Dated): number {
  return Temporal.Instant.compare(b.draftedAt, a.draftedAt) || (a.id < b.id ? 1 : -1)
}

async function aboutAny(read: Read, ids: readonly Id[]): Promise<readonly Dated[]> {
  const rows = await read
    .selectFrom('directory.resolution')
    .selectAll()
    .where(sql<boolean>`about_id = any(${ids}::uuid[])`)
    .orderBy('drafted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    body: row.body_id,
    about: { kind: row.about_kind, id: row.about_id } as Thing, // written by `putResolution` alone
    motion: row.motion,
    decidedOn: row.decided_on,
    reference: row.reference,
    votesFor: row.votes_for,
    votesAgainst: row.votes_against,
    abstentions: row.abstentions,
    isCarried: row.is_carried,
    dissent: row.dissent,
    draftedBy: row.drafted_by,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
    source: row.source,
    draftedAt: row.drafted_at,
  }))
}
