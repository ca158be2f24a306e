import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Database, Read, Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { lockedProblem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { chairsOf } from '../in-commitment.ts'
import { newsOf, ownersIn, stateOf } from './commands.ts'
import { daysAhead, reminderOf, type Reminder } from './rules.ts'
import * as store from './store.ts'

/** The worker's part: who reports hears in time that a report is due; when its day has passed, those who wait for it hear it too. */
export async function statusPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const [read, now] = [database.read(place), await database.now()]
  for (const slug of await toRemind(read, todayIn(await ownCalendar(read), now))) {
    // One of which nobody can be told holds up no other.
    await patience({ id: `report to the follow-up of ${slug}`, now }, () =>
      database.transact(place, null, (tx) => remind(tx, slug)),
    )
  }
}

/** The cases in which somebody has still to be told. The caller looks again under the lock of the case. */
async function toRemind(read: Read, today: Temporal.PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ slug: string }>`
    select p.slug
    from delivery.follow_up f
    join problem.problem p on p.jurisdiction_id = f.jurisdiction_id and p.id = f.problem_id
    join directory.jurisdiction j on j.id = f.jurisdiction_id
    where f.ended_at is null and f.next_on <= ${today.add({ days: daysAhead })} and not exists (
      select from delivery.status_reminder r
      where r.jurisdiction_id = f.jurisdiction_id and r.problem_id = f.problem_id and r.due_on = f.next_on
        and r.step = case when f.next_on < ${today} then 'late' else 'due' end
    ) and not exists (
      select from delivery.status_report s
      where s.jurisdiction_id = f.jurisdiction_id and s.problem_id = f.problem_id
        and (s.at at time zone j.time_zone)::date >= f.next_on
    )
    order by f.next_on, f.problem_id
    limit 100`.execute(read)
  return rows.map(({ slug }) => slug)
}

async function remind(tx: Tx, slug: string): Promise<void> {
  const found = await lockedProblem(tx, slug)
  if (!found.ok) return
  const problem = found.value
  const calendar = await ownCalendar(tx)
  const today = todayIn(calendar, tx.now)
  const [followUp, [latest]] = [await store.followUpOf(tx, problem.id), await store.statusReportsOf(tx, problem.id)]
  const reportedOn = latest ? todayIn(calendar, latest.at) : null
  const step = followUp && reminderOf({ ...followUp, reportedOn }, today)
  if (!followUp || !step || !(await putReminder(tx, { problem: problem.id, dueOn: followUp.nextOn, step }))) return
  const { body } = await stateOf(tx, problem.id, today)
  const owners = await Promise.all((await ownersIn(tx, problem.id)).map((owner) => accountOfPerson(tx, owner)))
  const reporting = [...owners.flatMap((owner) => owner?.id ?? []), ...(await chairsOf(tx, body, today))]
  if (step === 'due') {
    await tellThese(tx, [...new Set(reporting)], newsOf(problem, 'told.status-due', null))
    return
  }
  await record(tx, {
    kind: 'delivery.status-late',
    problem: problem.id,
    public: { due: followUp.nextOn.toString() },
    time: 'exact',
  })
  const waiting = await store.monitorsOf(tx, problem.id)
  await tellThese(tx, [...new Set([...reporting, ...waiting])], newsOf(problem, 'told.status-late', null))
}

type Reminded = { readonly problem: Id<'problem'>; readonly dueOn: Temporal.PlainDate; readonly step: Reminder }

/** False where it was told already. */
async function putReminder(tx: Tx, { problem, dueOn, step }: Reminded): Promise<boolean> {
  const kept = await tx
    .insertInto('delivery.status_reminder')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, due_on: dueOn, step, told_at: tx.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id', 'due_on', 'step']).doNothing())
    .returning('step')
    .execute()
  return kept.length > 0
}
