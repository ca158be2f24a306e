import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Closed } from './answers.ts'
import { closedOn, isPast, noon, type Case } from './calendar.ts'
import { pick, type At } from './cases.ts'
import type { Councillor } from './people.ts'
import { linkRows, putRows } from './rows.ts'

const commitments = 55

/** A commitment, as what is measured follows from it. */
export type Promised = {
  readonly one: Case
  readonly id: Id<'commitment'>
  readonly number: number
  readonly answer: Id<'answer'>
  readonly owner: Councillor
  readonly madeOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  /** When it was last heard of: on the day it was due, or until now. */
  readonly reportedOn: Temporal.PlainDate
  readonly standing: 'promised' | 'late' | 'kept' | 'dropped'
  readonly nextReportOn: Temporal.PlainDate | null
}

/** What was promised for what was accepted, a milestone and the last report of each. */
export async function putCommitments(
  tx: Tx,
  closed: readonly Closed[],
  { people, today, say }: At,
): Promise<readonly Promised[]> {
  const promised = closed.flatMap(({ one, answers }) => {
    const accepted = answers.filter(({ isAccepted }) => isAccepted)
    return Array.from({ length: commitments }, (_, at): Promised => {
      const madeOn = closedOn(one).add({ days: 1 })
      const standing = standingOf(one, at, madeOn, today)
      const dueOn = madeOn.add({ days: 90 + at * 12 })
      return {
        one,
        id: newId('commitment'),
        number: at + 1,
        answer: pick(accepted, at).id,
        owner: pick(people.seatedOn(madeOn), one.at * 3 + at),
        madeOn,
        dueOn,
        reportedOn: isPast(dueOn, today) ? dueOn : madeOn,
        standing,
        nextReportOn: isOpen(standing) ? today.add({ days: ((one.at * 37 + at * 11) % 200) - 40 }) : null,
      }
    }).filter(({ madeOn }) => isPast(madeOn, today))
  })
  const reasonOf = ({ standing }: Promised): string =>
    standing === 'late' || standing === 'dropped' ? `${say(8)}.` : ''
  const rows = promised.map((one) => ({ ...one, reason: reasonOf(one) }))
  await putRows(
    tx,
    'delivery.commitment',
    rows.map((its) => ({
      id: its.id,
      problem_id: its.one.id,
      number: its.number,
      answer_id: its.answer,
      answer_version: 1,
      title: say(6),
      owner_id: its.owner.person,
      office: 'Roads',
      budget_line: its.number % 3 === 0 ? 'Roads 4.2' : null,
      needs_no_budget: its.number % 3 !== 0,
      next_report_on: its.nextReportOn?.toString() ?? null,
      standing: its.standing,
      standing_reason: its.reason,
      written_by: its.owner.account,
      written_at: noon(its.madeOn),
      confirmed_by: its.owner.account,
      confirmed_at: noon(its.madeOn),
    })),
  )
  await putRows(
    tx,
    'delivery.milestone',
    rows.map((its) => ({
      id: newId('milestone'),
      commitment_id: its.id,
      number: 1,
      what: say(4),
      due_on: its.dueOn.toString(),
      reached_on: its.standing === 'kept' ? its.reportedOn.toString() : null,
      reached_by: its.standing === 'kept' ? its.owner.account : null,
      reached_as: its.standing === 'kept' ? 'owner' : null,
    })),
  )
  await putRows(
    tx,
    'delivery.report',
    rows.map((its) => ({
      commitment_id: its.id,
      number: 1,
      text: `${say(20)}.`,
      standing: its.standing,
      reason: its.reason,
      next_report_on: its.nextReportOn?.toString() ?? null,
      // Whoever left before the day is answered for by the chair of that day.
      by_account: reporterOf(its, people).account,
      is_staff: false,
      at: noon(its.reportedOn),
    })),
  )
  await putLateness(tx, rows, today)
  await putRows(
    tx,
    'thread.link',
    linkRows(
      rows.map((its) => ({
        from: { kind: 'commitment', id: its.id },
        relation: 'carries-out',
        to: { kind: 'answer', id: its.answer },
        at: noon(its.madeOn),
      })),
    ),
  )
  return promised
}

/** Of what is late everybody has been told, once for the day that is over, as the worker does. */
async function putLateness(tx: Tx, promised: readonly Promised[], today: Temporal.PlainDate): Promise<void> {
  const late = promised.flatMap(({ id, dueOn, nextReportOn }) => {
    const [first] = [dueOn, ...(nextReportOn ? [nextReportOn] : [])].toSorted((a, b) =>
      Temporal.PlainDate.compare(a, b),
    )
    return nextReportOn && first && isPast(first, today) ? [{ id, on: first }] : []
  })
  await putRows(
    tx,
    'delivery.late',
    late.flatMap(({ id, on }) =>
      ['owner', 'chair', 'followers'].map((step) => ({
        commitment_id: id,
        due_on: on.toString(),
        step,
        told_at: noon(today),
      })),
    ),
  )
}

function reporterOf({ owner, reportedOn }: Promised, { seatedOn, chairOn }: At['people']): Councillor {
  return seatedOn(reportedOn).includes(owner) ? owner : chairOn(reportedOn)
}

function isOpen(standing: Promised['standing']): boolean {
  return standing === 'promised' || standing === 'late'
}

/** After four years one in a hundred is still open, and late; of younger ones a third. */
function standingOf(
  one: Case,
  at: number,
  madeOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promised['standing'] {
  const lot = (one.at * 31 + at * 17) % 100
  const isOld = Temporal.PlainDate.compare(madeOn, today.subtract({ years: 4 })) < 0
  if (isOld) return lot < 1 ? 'late' : lot < 12 ? 'dropped' : 'kept'
  return lot < 25 ? 'promised' : lot < 33 ? 'late' : lot < 38 ? 'dropped' : 'kept'
}
