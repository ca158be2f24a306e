import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellAround, tellThese } from '../../../platform/notices/index.ts'
import { problemsById } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { referralRemindersPoll } from '../referrals/reminding.ts'
import { hearersOf } from './hearers.ts'
import { hoursBefore, stepDue, type Step } from './rules.ts'
import * as store from './store.ts'

/** The worker's part: whoever promised hears before the day, the chair when it has passed, everybody when the silence lasts. */
export async function remindersPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  await referralRemindersPoll(database, place, patience)
  const [read, now] = [database.read(place), await database.now()]
  for (const found of await store.promisedBy(read, now.add({ hours: hoursBefore }))) {
    if (stepDue(found, now) === undefined) continue
    // One of which nobody can be told holds up no other.
    await patience({ id: `reminder of ${found.what} ${found.about}`, now }, () =>
      database.transact(place, null, (tx) => remind(tx, found)),
    )
  }
}

/** Judged once more under the lock of the act that would make it needless, by the database's clock. */
async function remind(tx: Tx, found: store.Promised): Promise<void> {
  await lockExclusive(tx, found.lock)
  const now = await clock(tx)
  const again = await store.promisedBy(tx, now.add({ hours: hoursBefore }), found)
  // The questions of two meetings are two promises about one package.
  const promised = again.find(({ dueAt }) => Temporal.Instant.compare(dueAt, found.dueAt) === 0)
  const step = promised && stepDue(promised, now)
  if (!promised || !step) return
  const after = promised.told.at(-1)?.step ?? null
  if (!(await store.putReminder(tx, promised, { step, after }))) return
  await record(tx, {
    kind: 'decision.reminded',
    problem: promised.problem,
    public: {
      of: promised.what,
      number: promised.number,
      body: promised.body,
      dueAt: promised.dueAt.toString(),
      whom: step,
    },
    time: 'exact',
  })
  await tellOf(tx, promised, step)
}

async function tellOf(tx: Tx, promised: store.Promised, step: Step): Promise<void> {
  const [problem] = await problemsById(tx, [promised.problem])
  if (!problem) return
  const news = {
    about: { kind: 'problem', id: problem.id },
    stage: 'decision',
    message: `told.late-${promised.what}-${step}`,
    values: { question: problem.question, number: promised.number ?? 0 },
    address: promised.what === 'questions' ? 'decision.questions' : 'decision.page',
    params: { problem: problem.slug },
  } as const
  if (step === 'everybody') await tellAround(tx, problem.id, news)
  else await tellThese(tx, await hearersOf(tx, promised, step), news)
}
