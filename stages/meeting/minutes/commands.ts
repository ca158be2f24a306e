import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { isConfirmed } from '../../arena/index.ts'
import { itemsOf } from '../agenda/store.ts'
import { record } from '../facts.ts'
import { inMeeting, type At, type Refusal } from '../in-meeting.ts'
import * as meetingRules from '../rules.ts'
import { meetingsOf, type Meeting } from '../store.ts'
import { latestBegun } from '../latest-begun.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type MinutesInput = At & {
  readonly item: number
  readonly minutes: string
  readonly decision: string
  /** The version the writer had before her; 0 for an empty page. */
  readonly seen: number
  readonly reason: string
}

type Writing = Refusal<meetingRules.MinutesRefusal | rules.SaveRefusal | 'no-such-item'>

/** Writes the minutes of one item, together with what others have written of it since she began. */
export async function writeMinutes(
  database: Database,
  actor: Actor,
  { item: itemNumber, minutes, decision, seen, reason, ...at }: MinutesInput,
): Promise<Result<{ readonly isMerged: boolean }, Writing>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const item = (await itemsOf(tx, [meeting.id])).find((one) => one.number === itemNumber)
    if (!item) return refuse('no-such-item')
    const allowed = meetingRules.writeMinutes(problem.id, meeting, {
      actor,
      now: await clock(tx),
      isGroupConfirmed: await isConfirmed(tx, problem.id),
    })
    if (!allowed.ok) return allowed
    const versions = await store.versionsOf(tx, [item.id])
    const typed = { minutes, decision }
    const saved = rules.save({
      current: { minutes: item.minutes, decision: item.decision },
      seen: versions.find(({ version }) => version === seen) ?? { minutes: '', decision: '' },
      typed,
      isApproved: (await store.approvalsOf(tx, [meeting.id])).length > 0,
      reason,
    })
    if (!saved.ok) return saved
    const { by, isStaff } = allowed.value
    await store.writeMinutes(tx, item.id, { ...saved.value, by, isStaff, reason })
    await record(tx, {
      kind: 'meeting.minutes-written',
      problem: problem.id,
      public: {
        meeting: meeting.number,
        item: itemNumber,
        version: versions.length + 1,
        decision: meeting.decisionsClosed ? '' : saved.value.decision,
        isStaffText: isStaff,
        reason,
      },
      secret: { minutes: saved.value.minutes, by },
      time: 'exact',
    })
    return accept({ isMerged: saved.value.minutes !== minutes || saved.value.decision !== decision })
  })
}

/** The group approves them in the meeting that runs, or was the last to begin. */
export async function approveMinutes(
  database: Database,
  actor: Actor,
  at: At,
): Promise<Result<null, Refusal<rules.ApproveRefusal>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const later = laterMeeting(await meetingsOf(tx, problem.id), meeting, await clock(tx))
    const items = await itemsOf(tx, [meeting.id])
    const state = {
      hasMinutes: items.some(({ minutesAt }) => minutesAt !== null),
      isApproved: (await store.approvalsOf(tx, [meeting.id])).length > 0,
      hasLaterMeeting: later !== undefined,
    }
    const allowed = rules.approve(problem.id, state, actor)
    if (!allowed.ok) return allowed
    if (!later) return refuse('no-later-meeting')
    await store.putApproval(tx, meeting.id, { approvedIn: later.id, by: allowed.value.account })
    await record(tx, {
      kind: 'meeting.minutes-approved',
      problem: problem.id,
      public: { meeting: meeting.number, approvedIn: later.number },
      secret: { by: allowed.value.account },
      time: 'exact',
    })
    return accept(null)
  })
}

/** The last meeting to begin, where it began after this one. */
export function laterMeeting(
  meetings: readonly Meeting[],
  { id, startsAt }: Pick<Meeting, 'id' | 'startsAt'>,
  now: Temporal.Instant,
): Meeting | undefined {
  const latest = latestBegun(meetings, now)
  if (!latest?.startsAt || latest.id === id || startsAt === null) return undefined
  return Temporal.Instant.compare(latest.startsAt, startsAt) > 0 ? latest : undefined
}
