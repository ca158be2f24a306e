import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { allSeats, isSeatedOn, ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { stepDue } from '../reminders/rules.ts'
import { membersAccounts } from './crossing.ts'
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
  const [read, now] = [database.read(place), await database.now()]
  for (const waiting of await inStore.insWaiting(read)) {
    if ((await stepOf(read, waiting, now)) === undefined) continue
    await patience({ id: `reminder of referral ${waiting.id}`, now }, () =>
      database.transact(place, null, (tx) => remind(tx, waiting.id)),
    )
  }
}

async function stepOf(
  read: Parameters<typeof inStore.remindersOf>[0],
  { id, arrivedAt, dueAt }: inStore.ReferralIn,
  now: Temporal.Instant,
): Promise<inStore.ReminderStep | undefined> {
  const told = await inStore.remindersOf(read, id)
  const step = stepDue({ what: 'referred', since: arrivedAt, dueAt, told }, now)
  return step === 'everybody' ? undefined : step
}

/** Judged once more under the lock of the act that would make it needless. */
async function remind(tx: Tx, id: Id<'referral'>): Promise<void> {
  await lockExclusive(tx, 'referrals')
  const [waiting] = await inStore.insById(tx, [id])
  if (waiting?.state !== 'waits') return
  const step = await stepOf(tx, waiting, await clock(tx))
  if (!step || !(await inStore.putReminder(tx, id, step))) return
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
  const hearers = step === 'those' ? await membersAccounts(tx, waiting.body) : await chairsOf(tx, waiting.body)
  await tellThese(tx, hearers, {
    about: { kind: 'referral', id },
    stage: 'decision',
    message: `told.referral-late-${step}`,
    values: { body: waiting.fromBodyName },
    address: 'decision.referral',
    params: { number: String(waiting.number) },
  })
}

async function chairsOf(tx: Tx, body: Id<'body'>): Promise<readonly Id<'account'>[]> {
  const today = todayIn(await ownCalendar(tx), tx.now)
  const chairs = (await allSeats(tx)).filter((seat) => seat.body === body && seat.isChair && isSeatedOn(seat, today))
  const accounts = await Promise.all(chairs.map(({ person }) => accountOfPerson(tx, person)))
  return accounts.flatMap((account) => account?.id ?? [])
}
