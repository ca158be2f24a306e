import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Outcome, ReplyAnswer } from './rules.ts'

export type Attendee = {
  readonly seat: Id<'seat'>
  readonly account: Id<'account'> | null
  readonly person: Id<'person'> | null
  readonly name: string
  readonly isPresent: boolean
  /** Who sat there instead. */
  readonly standIn: { readonly account: Id<'account'>; readonly name: string } | null
}

type AttendeeRow = Omit<Attendee, 'standIn'> & {
  readonly meeting: Id<'meeting'>
  readonly standInId: Id<'account'> | null
  readonly standInName: string | null
}

export async function attendanceOf(read: Read, meeting: Id<'meeting'>): Promise<readonly Attendee[]> {
  return (await attendances(read, [meeting])).get(meeting) ?? []
}

/** Who came to each of these meetings, where it was recorded. */
export async function attendances(
  read: Read,
  meetings: readonly Id<'meeting'>[],
): Promise<ReadonlyMap<Id<'meeting'>, readonly Attendee[]>> {
  const { rows } = await sql<AttendeeRow>`
    select a.meeting_id as meeting, a.seat_id as seat, a.account_id as account, a.person_id as person, a.name,
      a.is_present as "isPresent", a.stand_in_id as "standInId", a.stand_in_name as "standInName"
    from meeting.attendance a
    where a.meeting_id = any(${meetings}::uuid[])
    order by a.person_id is null, a.name`.execute(read)
  const all = rows.map(({ standInId, standInName, ...row }) => ({
    ...row,
    standIn: standInId !== null && standInName !== null ? { account: standInId, name: standInName } : null,
  }))
  return Map.groupBy(all, ({ meeting }) => meeting)
}

/** Who came; recording again corrects. */
export async function putAttendance(tx: Tx, meeting: Id<'meeting'>, attendees: readonly Attendee[]): Promise<void> {
  for (const { seat, account, person, name, isPresent, standIn } of attendees) {
    const said = {
      name,
      is_present: isPresent,
      stand_in_id: standIn?.account ?? null,
      stand_in_name: standIn?.name ?? null,
    }
    await tx
      .insertInto('meeting.attendance')
      .values({
        jurisdiction_id: tx.jurisdiction,
        meeting_id: meeting,
        seat_id: seat,
        account_id: account,
        person_id: person,
        ...said,
      })
      .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'meeting_id', 'seat_id']).doUpdateSet(said))
      .execute()
  }
  await tx.updateTable('meeting.meeting').set({ attendance_at: tx.now }).where('id', '=', meeting).execute()
}

export type Reply = {
  readonly meeting: Id<'meeting'>
  readonly seat: Id<'seat'>
  readonly answer: ReplyAnswer
  readonly at: Temporal.Instant
}

export async function repliesTo(read: Read, meetings: readonly Id<'meeting'>[]): Promise<readonly Reply[]> {
  const { rows } = await sql<Reply>`
    select r.meeting_id as meeting, r.seat_id as seat, r.answer, r.said_at as at
    from meeting.reply r
    where r.meeting_id = any(${meetings}::uuid[])`.execute(read)
  return rows
}

export type NewReply = Pick<Reply, 'seat' | 'answer'> & { readonly by: Id<'account'> }

/** Saying it again is saying it anew. */
export async function putReply(tx: Tx, meeting: Id<'meeting'>, { seat, answer, by }: NewReply): Promise<void> {
  const said = { answer, said_by: by, said_at: tx.now }
  await tx
    .insertInto('meeting.reply')
    .values({ jurisdiction_id: tx.jurisdiction, meeting_id: meeting, seat_id: seat, ...said })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'meeting_id', 'seat_id']).doUpdateSet(said))
    .execute()
}

export type Substitute = {
  readonly problem: Id<'problem'>
  readonly seat: Id<'seat'>
  readonly number: number
  readonly account: Id<'account'>
  readonly name: string
  readonly namedBy: Id<'account'>
  readonly acceptedAt: Temporal.Instant | null
}

const substituteColumns = sql<Substitute>`
  s.problem_id as problem, s.seat_id as seat, s.number, s.account_id as account, a.name, s.named_by as "namedBy",
  s.accepted_at as "acceptedAt"
  from meeting.substitute s
  join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
  where s.ended_at is null`

/** Who is named for the seats of this case now, whether or not she has said yes. */
export async function substitutesIn(read: Read, problem: Id<'problem'>): Promise<readonly Substitute[]> {
  const { rows } = await sql<Substitute>`select ${substituteColumns} and s.problem_id = ${problem}`.execute(read)
  return rows
}

/** What she has been asked to do, and does. */
export async function substitutingBy(read: Read, account: Id<'account'>): Promise<readonly Substitute[]> {
  const { rows } = await sql<Substitute>`select ${substituteColumns} and s.account_id = ${account}`.execute(read)
  return rows
}

export type NewSubstitute = Pick<Substitute, 'seat' | 'account'> & { readonly by: Id<'account'> }

export async function putSubstitute(
  tx: Tx,
  problem: Id<'problem'>,
  { seat, account, by }: NewSubstitute,
): Promise<void> {
  await sql`
    insert into meeting.substitute (jurisdiction_id, problem_id, seat_id, number, account_id, named_by, named_at)
    select ${tx.jurisdiction}, ${problem}, ${seat}, coalesce(max(number), 0) + 1, ${account}, ${by}, ${tx.now}
    from meeting.substitute
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${problem} and seat_id = ${seat}`.execute(tx)
}

export async function acceptSubstitute(tx: Tx, { problem, seat, number }: Substitute): Promise<void> {
  await tx
    .updateTable('meeting.substitute')
    .set({ accepted_at: tx.now })
    .where('problem_id', '=', problem)
    .where('seat_id', '=', seat)
    .where('number', '=', number)
    .execute()
}

export async function endSubstitute(tx: Tx, { problem, seat, number }: Substitute): Promise<void> {
  await tx
    .updateTable('meeting.substitute')
    .set({ ended_at: tx.now })
    .where('problem_id', '=', problem)
    .where('seat_id', '=', seat)
    .where('number', '=', number)
    .execute()
}

export type Contact = {
  readonly seat: Id<'seat'>
  readonly number: number
  readonly at: Temporal.Instant
  readonly outcome: Outcome | null
  readonly outcomeAt: Temporal.Instant | null
}

/** The latest of each seat. */
export async function contactsIn(read: Read, problem: Id<'problem'>): Promise<readonly Contact[]> {
  const { rows } = await sql<Contact>`
    select distinct on (c.seat_id) c.seat_id as seat, c.number, c.wrote_at as at, c.outcome, c.outcome_at as "outcomeAt"
    from meeting.contact c
    where c.problem_id = ${problem}
    order by c.seat_id, c.number desc`.execute(read)
  return rows
}

export async function putContact(
  tx: Tx,
  problem: Id<'problem'>,
  { seat, by }: { readonly seat: Id<'seat'>; readonly by: Id<'account'> },
): Promise<void> {
  await sql`
    insert into meeting.contact (jurisdiction_id, problem_id, seat_id, number, wrote_by, wrote_at)
    select ${tx.jurisdiction}, ${problem}, ${seat}, coalesce(max(number), 0) + 1, ${by}, ${tx.now}
    from meeting.contact
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${problem} and seat_id = ${seat}`.execute(tx)
}

export async function putOutcome(
  tx: Tx,
  problem: Id<'problem'>,
  {
    seat,
    number,
    outcome,
    by,
  }: Pick<Contact, 'seat' | 'number'> & { readonly outcome: Outcome; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('meeting.contact')
    .set({ outcome, outcome_by: by, outcome_at: tx.now })
    .where('problem_id', '=', problem)
    .where('seat_id', '=', seat)
    .where('number', '=', number)
    .execute()
}

/** How many meetings this politician was called to, and how many she came to herself: where it was recorded. */
export async function meetingPresence(
  read: Read,
  person: Id<'person'>,
): Promise<{ readonly attended: number; readonly called: number }> {
  const { rows } = await sql<{ attended: number; called: number }>`
    select count(*) filter (where is_present and stand_in_id is null) as attended, count(*) as called
    from meeting.attendance
    where person_id = ${person}`.execute(read)
  return rows[0] ?? { attended: 0, called: 0 }
}
