import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type PastSponsor = {
  readonly person: Id<'person'>
  readonly at: Temporal.Instant
  readonly endedAt: Temporal.Instant
  readonly reason: string
  readonly language: string
  /** The body that had named her, where she never said herself that she leads it. */
  readonly namedBy: string | null
}

/** Who stepped back, the latest first. */
export async function pastSponsors(read: Read, problem: Id<'problem'>): Promise<readonly PastSponsor[]> {
  const { rows } = await sql<PastSponsor>`
    select s.person_id as person, s.at, s.ended_at as "endedAt", s.ended_words as reason, s.ended_language as language,
      case when s.spoken_at is null then b.name end as "namedBy"
    from problem.sponsorship s
    left join directory.body b on b.jurisdiction_id = s.jurisdiction_id and b.id = s.named_by
    where s.problem_id = ${problem} and s.ended_at is not null
    order by s.ended_at desc`.execute(read)
  return rows
}

export async function endSponsorship(
  tx: Tx,
  problem: Id<'problem'>,
  { person, reason, language }: { readonly person: Id<'person'>; readonly reason: string; readonly language: string },
): Promise<void> {
  await tx
    .updateTable('problem.sponsorship')
    .set({ ended_at: tx.now, ended_words: reason, ended_language: language })
    .where('problem_id', '=', problem)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()
}

/** She says herself that she leads it, in her own words. */
export async function putAcceptance(
  tx: Tx,
  problem: Id<'problem'>,
  {
    person,
    account,
    words,
    language,
  }: {
    readonly person: Id<'person'>
    readonly account: Id<'account'>
    readonly words: string
    readonly language: string
  },
): Promise<void> {
  await tx
    .updateTable('problem.sponsorship')
    .set({ account_id: account, words, language, spoken_at: tx.now })
    .where('problem_id', '=', problem)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()
}

export type Naming = { readonly problem: Id<'problem'>; readonly body: string }

/** Where a body named her and she has not spoken yet, the earliest first. */
export async function waitingNamings(read: Read, person: Id<'person'>): Promise<readonly Naming[]> {
  const { rows } = await sql<Naming>`
    select s.problem_id as problem, b.name as body
    from problem.sponsorship s
    join directory.body b on b.jurisdiction_id = s.jurisdiction_id and b.id = s.named_by
    where s.jurisdiction_id = ${read.jurisdiction} and s.person_id = ${person} and s.ended_at is null and s.spoken_at is null
    order by s.at`.execute(read)
  return rows
}

export type Invitation = {
  readonly problem: Id<'problem'>
  readonly person: Id<'person'>
  readonly invitedBy: Id<'person'>
  readonly words: string
  readonly at: Temporal.Instant
}

/** What waits for an answer: in one case, or on one politician's desk. */
export async function waitingInvitations(
  read: Read,
  of: { readonly problem: Id<'problem'> } | { readonly person: Id<'person'> },
): Promise<readonly Invitation[]> {
  return read
    .selectFrom('problem.sponsor_invitation')
    .select(['problem_id as problem', 'person_id as person', 'invited_by as invitedBy', 'words', 'at'])
    .where('state', '=', 'waiting')
    .$if('problem' in of, (query) => query.where('problem_id', '=', 'problem' in of ? of.problem : ('' as never)))
    .$if('person' in of, (query) => query.where('person_id', '=', 'person' in of ? of.person : ('' as never)))
    .orderBy('at')
    .execute()
}

/** Colleagues who took a problem up because another one had asked them: who brought whom, and when. */
export async function invitationsTaken(
  read: Read,
  problem: Id<'problem'>,
): Promise<readonly (Pick<Invitation, 'person' | 'invitedBy'> & { readonly at: Temporal.Instant | null })[]> {
  return read
    .selectFrom('problem.sponsor_invitation')
    .select(['person_id as person', 'invited_by as invitedBy', 'answered_at as at'])
    .where('problem_id', '=', problem)
    .where('state', '=', 'accepted')
    .orderBy('answered_at')
    .execute()
}

export async function putInvitation(tx: Tx, { problem, person, invitedBy, words }: Omit<Invitation, 'at'>) {
  await tx
    .insertInto('problem.sponsor_invitation')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      person_id: person,
      invited_by: invitedBy,
      words,
      at: tx.now,
    })
    .execute()
}

/** Answers what waits for her in this case; nothing where nobody asked. */
export async function answerInvitation(
  tx: Tx,
  problem: Id<'problem'>,
  { person, state }: { readonly person: Id<'person'>; readonly state: 'accepted' | 'declined' },
): Promise<void> {
  await tx
    .updateTable('problem.sponsor_invitation')
    .set({ state, answered_at: tx.now })
    .where('problem_id', '=', problem)
    .where('person_id', '=', person)
    .where('state', '=', 'waiting')
    .execute()
}
