import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'

/**
 * What joins the acts of two places. The job says nothing of what was done: `there` makes what stands in the other place agree with
 * what stands here, `back` the other way round. So it may run late, twice, and after a crash between the two.
 */
export type CarryJob = {
  readonly way: 'there' | 'back'
  readonly from: Id<'jurisdiction'>
  readonly to: Id<'jurisdiction'>
  readonly id: Id<'referral'>
}

export function carryLater(tx: Tx, job: CarryJob): Promise<void> {
  return enqueue(tx, 'referrals.carry', { ...job })
}
