import type { Id } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { problemsById, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { chairsOf, owningOf, withBody } from '../in-commitment.ts'
import { nextDue } from '../rules.ts'
import { commitmentsById, type Commitment } from '../store.ts'
import { newsOf, tellOf } from '../tell.ts'
import { lateDays, stepsBehind, type LateStep } from './rules.ts'
import { fallenLate, putLate, type Fallen } from './store.ts'

/** The worker's part: what is late is told once for each day it was due, to one after the other. */
export async function latePoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const [read, now] = [database.read(place), await database.now()]
  const calendar = await ownCalendar(read)
  for (const fallen of await fallenLate(read, lateDays(todayIn(calendar, now), calendar.holidays))) {
    // One of which nobody can be told holds up no other.
    await patience({ id: `late commitment ${fallen.id}`, now }, () =>
      database.transact(place, null, (tx) => tellFallen(tx, fallen)),
    )
  }
}

async function tellFallen(tx: Tx, { id }: Fallen): Promise<void> {
  await lockExclusive(tx, id)
  const [commitment] = await commitmentsById(tx, [id]) // as it stands now that nobody else changes it
  const [problem] = commitment ? await problemsById(tx, [commitment.problem]) : []
  const due = commitment && nextDue(commitment.standing, commitment.nextReportOn, commitment.milestones)
  if (!commitment || !problem || !due) return
  const calendar = await ownCalendar(tx)
  for (const step of stepsBehind(due.on, lateDays(todayIn(calendar, tx.now), calendar.holidays))) {
    if (!(await putLate(tx, { commitment: id, dueOn: due.on, step }))) continue
    await tellStep(tx, { problem, commitment, dueOn: due.on, step })
  }
}

type Step = {
  readonly problem: Problem
  readonly commitment: Commitment
  readonly dueOn: Temporal.PlainDate
  readonly step: LateStep
}

async function tellStep(tx: Tx, { problem, commitment, dueOn, step }: Step): Promise<void> {
  const { id, number, title } = commitment
  const today = todayIn(await ownCalendar(tx), tx.now)
  const state = await withBody(tx, commitment)
  const news = { id, number, values: { title }, except: null }
  if (step === 'owner') {
    await record(tx, {
      kind: 'delivery.fell-late',
      problem: problem.id,
      public: { number, due: dueOn.toString() },
      time: 'exact',
    })
    const owning = await owningOf(tx, state, today)
    // Who left the body answers for it no more: it is the body's, and its chair hears at once.
    const hearers = owning.length > 0 ? owning : await chairsOf(tx, state.body, today)
    await tellThese(tx, hearers, newsOf(problem, { ...news, message: 'told.late-yours' }))
  } else if (step === 'chair') {
    const chairs = await chairsOf(tx, state.body, today)
    await tellThese(tx, chairs, newsOf(problem, { ...news, message: 'told.late-in-your-body' }))
  } else await tellOf(tx, problem, { ...news, message: 'told.day-passed' })
}
