import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { accountsIn } from '../../../platform/identity/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { hoursBefore, stepDue } from '../reminders/rules.ts'
import * as inStore from './in-store.ts'

/**
 * The body it was passed on to hears before the day, its chair when the day has passed. Everybody hears it of the body that passed
 * it on, which owes the answer as well.
 */
export async function referralRemindersPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const now = await database.now()
  for (const { id, ...waiting } of await inStore.insToRemind(database.read(place), now.add({ hours: hoursBefore }))) {
    if (stepOf(waiting, now) === undefined) continue
    await patience({ id: `reminder of referral ${id}`, now }, () =>
      database.transact(place, null, (tx) => remind(tx, id)),
    )
  }
}

function stepOf(waiting: Omit<inStore.ToRemind, 'id'>, now: Temporal.Instant): inStore.ReminderStep | undefined {
  const step = stepDue({ what: 'referred', ...waiting }, now)
  return step === 'everybody' ? undefined : step
}

/** Judged once more under the lock of the act that would make it needless. */
async function remind(tx: Tx, id: Id<'referral'>): Promise<void> {
  await lockExclusive(tx, 'referrals')
  const now = await clock(tx)
  const [toRemind] = await inStore.insToRemind(tx, now.add({ hours: hoursBefore }), id)
  const [waiting] = await inStore.insById(tx, [id])
  const step = toRemind && stepOf(toRemind, now)
  if (!waiting || !step || !(await inStore.putReminder(tx, id, step))) return
  await record(tx, {
    kind: 'decision.reminded',
    problem: null,
    public: {
      of: 'referral',
      number: waiting.number,
      body: waiting.body,
      dueAt: waiting.dueAt.toString(),
      whom: step,
    },
    time: 'exact',
  })
  const today = todayIn(await ownCalendar(tx), now)
  const hearers = await accountsIn(tx, {
    body: waiting.body,
    today,
    ...(step === 'chair' ? { only: 'chair' as const } : {}),
  })
  await tellThese(tx, hearers, {
    about: { kind: 'referral', id },
    stage: 'decision',
    message: `told.referral-late-${step}`,
    values: { body: waiting.fromBodyName },
    address: 'decision.referral',
    params: { number: String(waiting.number) },
  })
}
