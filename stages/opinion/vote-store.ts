import type { Id } from '@folkmoot/basics/ids.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { statement, type Tx } from '../../platform/db/index.ts'
import type { Assurance } from '@folkmoot/basics/actor.ts'
import type { ConsultationState, LeastAssurance } from './rules.ts'

/** Which vote is asked about: a statement by its number, and who answers it. */
export type AskedVote = { readonly slug: string; readonly number: number; readonly account: Id<'account'> }

export type VoteState = ConsultationState & {
  readonly consultation: Id<'consultation'>
  readonly problem: Id<'problem'>
  readonly leastAssurance: LeastAssurance
  /** The database's clock, read after the locks were taken. */
  readonly now: Temporal.Instant
  readonly statement: { readonly id: Id<'statement'>; readonly isTakenOut: boolean } | undefined
  /** Null before her first vote in this consultation. */
  readonly participant: Id<'participant'> | null
  /** 0 before the first answer to this statement. */
  readonly revision: number
  readonly choice: Choice | null
}

type VoteStateRow = Omit<VoteState, 'statement'> & {
  readonly asked: number
  readonly statement: Id<'statement'> | null
  readonly isTakenOut: boolean | null
}

/**
 * Takes the locks of these votes and tells all their rules have to know, in one round trip. See the migration for the
 * order of steps. In the order of the votes; undefined where there is no consultation.
 */
export async function voteStates(tx: Tx, votes: readonly AskedVote[]): Promise<readonly (VoteState | undefined)[]> {
  const { rows } = await statement<VoteStateRow>`
    select asked, v.consultation_id as consultation, c.least_assurance as "leastAssurance", v.problem_id as problem, v.opened_at as "openedAt", v.closes_at as "closesAt",
      v.closed_at as "closedAt", now, statement_id as statement, is_taken_out as "isTakenOut",
      participant_id as participant, coalesce(revision, 0) as revision, choice
    from opinion.vote_states(
      ${votes.map(({ slug }) => slug)}::text[], ${votes.map(({ number }) => number)}::integer[],
      ${votes.map(({ account }) => account)}::uuid[]
    ) v
    join opinion.consultation c on c.jurisdiction_id = ${tx.jurisdiction} and c.id = v.consultation_id`.execute(tx)
  const byAsked = new Map(rows.map(({ asked, ...row }) => [asked, stateOf(row)]))
  return votes.map((_, at) => byAsked.get(at + 1)) // the database counts from one
}

function stateOf({ statement: id, isTakenOut, ...row }: Omit<VoteStateRow, 'asked'>): VoteState {
  return { ...row, statement: id === null ? undefined : { id, isTakenOut: isTakenOut === true } }
}

export type NewParticipant = {
  readonly id: Id<'participant'>
  readonly consultation: Id<'consultation'>
  readonly account: Id<'account'>
}

/** Under the lock of each person, so that nobody gets two names. */
export async function putParticipants(tx: Tx, participants: readonly NewParticipant[]): Promise<void> {
  if (participants.length === 0) return
  await statement`
    insert into opinion.participant (jurisdiction_id, id, consultation_id, account_id)
    select ${tx.jurisdiction}, p.* from unnest(
      ${participants.map(({ id }) => id)}::uuid[], ${participants.map(({ consultation }) => consultation)}::uuid[],
      ${participants.map(({ account }) => account)}::uuid[]
    ) p`.execute(tx)
}

export type NewVote = {
  readonly id: Id<'vote'>
  readonly statement: Id<'statement'>
  readonly participant: Id<'participant'>
  readonly revision: number
  readonly choice: Choice
  /** How sure it was who voted. */
  readonly assurance: Assurance
}

/** `at` is when they were judged, after their locks: whoever then takes the consultation's lock alone sees every vote up to that instant. */
export async function putVotes(tx: Tx, votes: readonly NewVote[], at: Temporal.Instant): Promise<void> {
  await statement`
    insert into opinion.vote (jurisdiction_id, statement_id, participant_id, revision, id, choice, assurance, at)
    select ${tx.jurisdiction}, v.statement_id, v.participant_id, v.revision, v.id, v.choice, v.assurance, ${at}
    from unnest(
      ${votes.map(({ statement: id }) => id)}::uuid[], ${votes.map(({ participant }) => participant)}::uuid[],
      ${votes.map(({ revision }) => revision)}::integer[], ${votes.map(({ id }) => id)}::uuid[],
      ${votes.map(({ choice }) => choice)}::text[], ${votes.map(({ assurance }) => assurance)}::text[]
    ) v (statement_id, participant_id, revision, id, choice, assurance)`.execute(tx)
}
