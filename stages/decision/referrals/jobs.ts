import type { Id } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Database } from '../../../platform/db/index.ts'
import { allJurisdictions, politiciansById, type Jurisdiction } from '../../../platform/directory/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { carryLater, type CarryJob } from './carrying.ts'
import { arrive, comeBack, hideOrShow, isHiddenAt, withdraw, wordsOf } from './crossing.ts'
import * as inStore from './in-store.ts'
import * as store from './store.ts'

type Carried = {
  readonly database: Database
  readonly from: Jurisdiction
  readonly to: Jurisdiction
  readonly id: Id<'referral'>
}

export async function carryReferral(database: Database, job: Job): Promise<void> {
  const carry = job as Job & CarryJob // written by `carryLater`
  const places = await allJurisdictions(database)
  const [from, to] = [carry.from, carry.to].map((id) => places.find((place) => place.id === id))
  if (!from || !to) throw new Error(`referral ${carry.id} is between places that are not here`)
  const carried = { database, from, to, id: carry.id }
  await (carry.way === 'there' ? carryThere(carried) : carryBack(carried))
}

/** What stands there is made to agree with what stands here: it arrives, is withdrawn, hidden or shown. */
async function carryThere({ database, from, to, id }: Carried): Promise<void> {
  await database.transact(to.id, null, async (tx) => {
    await lockExclusive(tx, 'referrals')
    // Read under the lock that a later job waits for: what is withdrawn or hidden meanwhile finds what arrived.
    const read = from.id === to.id ? tx : database.read(from.id)
    const [out] = await store.outsById(read, [id])
    if (!out) throw new Error(`referral ${id} is not in ${from.slug}`)
    const isHidden = await isHiddenAt(read, out)
    const [there] = await inStore.insById(tx, [id])
    if (there) {
      if (out.state === 'withdrawn') await withdraw(tx, there)
      await hideOrShow(tx, there, isHidden)
    } else if (out.state === 'sent' && !isHidden) {
      const problem = from.id === to.id ? out.problem : null
      await arrive(tx, { words: await wordsOf(read, out, from), dueOn: out.dueOn, from, problem })
      await carryLater(tx, { way: 'back', from: from.id, to: to.id, id })
    }
  })
}

/** What stands here is made to agree with what stands there: it has arrived, or has its answer. */
async function carryBack({ database, from, to, id }: Carried): Promise<void> {
  const read = database.read(to.id)
  const [there] = await inStore.insById(read, [id])
  if (!there) throw new Error(`referral ${id} has not arrived in ${to.slug}`)
  const { state, number, reason, amendedText, answeredBy, answeredAt } = there
  const by = answeredBy === null ? undefined : (await politiciansById(read, [answeredBy])).get(answeredBy)
  await database.transact(from.id, null, async (tx) => {
    await store.markArrived(tx, id, number)
    if (state === 'waits' || state === 'withdrawn' || answeredAt === null) return
    const back = { state, theirNumber: number, reason, amendedText, answeredByName: by?.name ?? '', answeredAt }
    await comeBack(tx, id, back)
  })
}
