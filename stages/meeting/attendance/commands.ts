import { isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { accountByEmail, accountsById, staff } from '../../../platform/identity/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { post } from '../../../platform/mail/index.ts'
import { isConfirmed, seatsOf, type Seat } from '../../arena/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { inMeeting, type At, type Refusal } from '../in-meeting.ts'
import * as meetingRules from '../rules.ts'
import { calledTo } from './called.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Says whether she comes. Where she sends her substitute, that one is told with where to read the papers. */
export function sayComing(
  database: Database,
  actor: Actor,
  { answer, ...at }: At & { readonly answer: rules.ReplyAnswer },
): Promise<Result<null, Refusal<rules.ReplyRefusal>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const seat = (await seatsOf(tx, problem.id)).find(({ account }) => account === actor.account)
    const substitute = (await store.substitutesIn(tx, problem.id)).find(
      (one) => one.seat === seat?.id && one.acceptedAt !== null,
    )
    const state = { seat, meeting, hasSubstitute: substitute !== undefined }
    const allowed = rules.reply(state, answer, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    if (!seat) return refuse('not-your-seat')
    const before = (await store.repliesTo(tx, [meeting.id])).find((one) => one.seat === seat.id)?.answer
    await store.putReply(tx, meeting.id, { seat: seat.id, answer, by: allowed.value.account })
    await record(tx, {
      kind: 'meeting.reply-given',
      problem: problem.id,
      public: { meeting: meeting.number },
      secret: { seat: seat.id, answer },
      time: 'coarse',
    })
    if (substitute && (answer === 'substitute') !== (before === 'substitute'))
      await tellThese(tx, [substitute.account], {
        about: { kind: 'meeting', id: meeting.id },
        stage: 'meeting',
        message: answer === 'substitute' ? 'told.stand-in' : 'told.stand-in-not',
        values: { name: seat.name, title: meeting.title, question: problem.question },
        address: 'meeting.page',
        params: { problem: problem.slug, number: String(meeting.number) },
      })
    return accept(null)
  })
}

export type AttendanceInput = At & {
  readonly present: readonly string[]
  /** Seats whose substitute sat there. */
  readonly standIns?: readonly string[]
  readonly saysNobody?: boolean
}

type Recording = meetingRules.MinutesRefusal | 'no-seats' | 'nobody-ticked' | 'nobody-and-somebody'

/** Every seat somebody held while the meeting ran is recorded as having come or not; who came to the group later is not in it. */
export function recordAttendance(
  database: Database,
  actor: Actor,
  { present, standIns = [], saysNobody = false, ...at }: AttendanceInput,
): Promise<Result<null, Refusal<Recording>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const allowed = meetingRules.writeMinutes(problem.id, meeting, {
      actor,
      now: await clock(tx),
      isGroupConfirmed: await isConfirmed(tx, problem.id),
    })
    if (!allowed.ok) return allowed
    const called = await calledTo(tx, meeting)
    const attendees = called.seats.map(({ id, account, person, name }) => {
      const sat = standIns.includes(id) ? called.standIns.find(({ seat }) => seat === id) : undefined
      const standIn = sat ? { account: sat.account, name: sat.name } : null
      return { seat: id, account, person, name, standIn, isPresent: standIn !== null || present.includes(id) }
    })
    const came = attendees.filter((attendee) => attendee.isPresent)
    const can = rules.recordAttendance({ seats: attendees.length, present: came.length, saysNobody })
    if (!can.ok) return can
    await store.putAttendance(tx, meeting.id, attendees)
    await record(tx, {
      kind: 'meeting.attendance-recorded',
      problem: problem.id,
      public: {
        meeting: meeting.number,
        came: came.length,
        of: attendees.length,
        substitutes: came.filter(({ standIn }) => standIn !== null).length,
        politicians: came.flatMap(({ person, standIn }) => (person === null || standIn ? [] : [person])),
      },
      time: 'exact',
    })
    return accept(null)
  })
}

type InCase<Code extends string> = Promise<Result<null, Code | 'no-such-problem'>>

/** Puts somebody in the place of her seat. An address nobody has here changes nothing, and looks the same to who typed it. */
export function nameSubstitute(
  database: Database,
  actor: Actor,
  { slug, email }: { readonly slug: string; readonly email: string },
): InCase<rules.SubstituteRefusal> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const seats = await seatsOf(tx, problem.id)
    const seat = seats.find(({ account }) => account === actor.account)
    const substitutes = await store.substitutesIn(tx, problem.id)
    const other = await findOther(tx, email, { seats, substitutes })
    const hasOne = substitutes.some((one) => one.seat === seat?.id)
    // A politician is told of nobody whether she has an account here.
    const isKnown = seat?.kind !== 'politician' || other?.isPolitician === true
    const allowed = rules.nameSubstitute(seat, isKnown ? other : undefined, { actor, hasOne })
    if (!allowed.ok) return allowed
    if (!seat || !other) return accept(null)
    const by = allowed.value.account
    await store.putSubstitute(tx, problem.id, { seat: seat.id, account: other.account, by })
    await recordSubstitute(tx, problem, { seat: seat.id, what: 'named', by })
    await tellThese(tx, [other.account], {
      ...about(problem),
      message: 'told.substitute-asked',
      values: { name: seat.name, question: problem.question },
    })
    return accept(null)
  })
}

async function findOther(
  tx: Tx,
  email: string,
  { seats, substitutes }: { readonly seats: readonly Seat[]; readonly substitutes: readonly store.Substitute[] },
) {
  const found = await accountByEmail(tx, email)
  if (!found || found.consentedAt === null) return undefined
  const isStaffHere = (await staff(tx)).some(({ account }) => account === found.id)
  const sits = [...seats, ...substitutes].some(({ account }) => account === found.id)
  return { account: found.id, isPolitician: found.person !== null, isStaff: isStaffHere, sits }
}

/** She who was asked says yes or no; or either of them ends it later. */
export function answerSubstitution(
  database: Database,
  actor: Actor,
  { slug, seat, isYes }: { readonly slug: string; readonly seat: string; readonly isYes: boolean },
): InCase<'not-asked' | 'answered-already'> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const asked = (await store.substitutesIn(tx, problem.id)).find(
      (one) => one.seat === seat && (one.account === actor.account || one.namedBy === actor.account),
    )
    if (!asked || actor.account === null) return refuse('not-asked')
    const isAsked = asked.account === actor.account
    if (isYes && !isAsked) return refuse('not-asked')
    if (isYes && asked.acceptedAt !== null) return refuse('answered-already')
    await (isYes ? store.acceptSubstitute : store.endSubstitute)(tx, asked)
    await recordSubstitute(tx, problem, { seat: asked.seat, what: isYes ? 'accepted' : 'ended', by: actor.account })
    await tellThese(tx, [isAsked ? asked.namedBy : asked.account], {
      ...about(problem),
      message: isYes ? 'told.substitute-yes' : 'told.substitute-no',
      values: { question: problem.question },
    })
    return accept(null)
  })
}

type Substituting = {
  readonly seat: Id<'seat'>
  readonly what: 'named' | 'accepted' | 'ended'
  readonly by: Id<'account'>
}

async function recordSubstitute(tx: Tx, problem: Problem, { seat, what, by }: Substituting): Promise<void> {
  await record(tx, {
    kind: 'meeting.substitute-set',
    problem: problem.id,
    public: { what },
    secret: { seat, by },
    time: 'coarse',
  })
}

function about(problem: Problem) {
  return {
    about: { kind: 'problem', id: problem.id },
    stage: 'meeting',
    address: 'meeting.substitutes',
    params: { problem: problem.slug },
  } as const
}

export type ContactInput = {
  readonly slug: string
  readonly seat: string
  readonly subject: string
  readonly text: string
}

/** Writes to somebody who was missed. What stands in the mail is between the two. */
export function contact(
  database: Database,
  actor: Actor,
  { slug, seat: id, subject, text }: ContactInput,
): InCase<'not-yours-to-run' | 'no-such-seat'> {
  return inCase(database, actor, slug, async (tx, problem) => {
    if (!meetingRules.runs(actor, problem.id)) return refuse('not-yours-to-run')
    const seat = (await seatsOf(tx, problem.id)).find((one) => one.id === id)
    const account = seat && (await accountsById(tx, [seat.account])).get(seat.account)
    if (!seat || !account) return refuse('no-such-seat')
    await store.putContact(tx, problem.id, { seat: seat.id, by: actor.account })
    await recordContact(tx, problem, { seat: seat.id, actor, outcome: null })
    await post(tx, { to: account.email, subject, text })
    return accept(null)
  })
}

export type OutcomeInput = { readonly slug: string; readonly seat: string; readonly outcome: rules.Outcome }

/** What came of it, for those who run the meetings: it is nobody else's business. */
export function noteOutcome(
  database: Database,
  actor: Actor,
  { slug, seat, outcome }: OutcomeInput,
): InCase<'not-yours-to-run' | 'no-contact'> {
  return inCase(database, actor, slug, async (tx, problem) => {
    if (!meetingRules.runs(actor, problem.id)) return refuse('not-yours-to-run')
    const last = (await store.contactsIn(tx, problem.id)).find((one) => one.seat === seat)
    if (!last) return refuse('no-contact')
    await store.putOutcome(tx, problem.id, { ...last, outcome, by: actor.account })
    await recordContact(tx, problem, { seat: last.seat, actor, outcome })
    return accept(null)
  })
}

type Contacting = { readonly seat: Id<'seat'>; readonly actor: SignedIn; readonly outcome: rules.Outcome | null }

async function recordContact(tx: Tx, problem: Problem, { seat, actor, outcome }: Contacting): Promise<void> {
  await record(tx, {
    kind: 'meeting.contacted',
    problem: problem.id,
    public: { isStaff: isStaff(actor) },
    secret: { seat, outcome, by: actor.account },
    time: 'coarse',
  })
}
