import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { lockedProblem } from '../../problem/index.ts'
import { loadArena } from '../arena.ts'
import { record } from '../facts.ts'
import { graceEnd } from '../on-behalf/rules.ts'
import { offersWritten } from '../on-behalf/store.ts'
import { lapseOffer } from './answering.ts'
import { aboutFor, type Where } from './offering.ts'
import { remindBefore, stepOf } from './rules.ts'
import * as store from './store.ts'

/** The worker's part: who has not answered is reminded before the day; after it silence is a no. */
export async function offersPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const [read, now] = [database.read(place), await database.now()]
  for (const slug of await store.casesWithOffersBefore(read, now.add(remindBefore))) {
    // One case of which nobody can be told holds up no other.
    await patience({ id: `offers of ${slug}`, now }, () => database.transact(place, null, (tx) => lookAt(tx, slug)))
  }
}

/** Judged under the lock of the case: an answer that came first counts. */
async function lookAt(tx: Tx, slug: string): Promise<void> {
  const found = await lockedProblem(tx, slug)
  if (!found.ok) return
  const where = { problem: found.value, arena: await loadArena(tx, found.value) }
  const [now, written] = [await clock(tx), await offersWritten(tx, found.value.id)]
  const calendar = await ownCalendar(tx)
  for (const offer of where.arena.asked) {
    const heldUntil = written.has(offer.number) ? graceEnd(offer.answerBy, calendar) : null
    const step = stepOf({ ...offer, heldUntil }, now)
    if (step === 'lapse') await lapseOffer(tx, where, offer)
    if (step === 'remind') await remind(tx, where, offer)
  }
}

async function remind(tx: Tx, { problem }: Where, { number, account }: store.Offer): Promise<void> {
  await store.markReminded(tx, problem.id, number)
  await record(tx, {
    kind: 'arena.offer-reminded',
    problem: problem.id,
    public: { offer: number },
    time: 'coarse',
  })
  await tellThese(tx, [account], {
    about: await aboutFor(tx, problem.id, account),
    stage: 'arena',
    message: 'told.offer-reminded',
    values: { question: problem.question },
    address: 'arena.offer',
    params: { problem: problem.slug },
  })
}
