import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import type { Jurisdiction } from '../../../platform/directory/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import type { Step } from './step-store.ts'

/**
 * What joins the acts of two places. Each step reads in one place and writes in the other, in one transaction that also puts the
 * next step on the queue; each finds what an earlier run left. So a crash between two places loses nothing and doubles nothing.
 */
export type CarryJob = {
  /** `hiding`: what was handed over was hidden where it came from, or shown again. `onward`: it went on where it is now. */
  readonly step: 'ask' | 'arrived' | 'answer' | 'hiding' | 'onward'
  /** Of `onward`: what it has come to there, and when. */
  readonly onward?: { readonly step: Step; readonly at: string }
  readonly from: Id<'jurisdiction'>
  readonly to: Id<'jurisdiction'>
  readonly id: Id<'handover'>
}

/** Such a step, with the two places it lies between. */
export type Carried = {
  readonly database: Database
  readonly from: Jurisdiction
  readonly to: Jurisdiction
  readonly id: Id<'handover'>
}

export function carryLater(tx: Tx, job: CarryJob): Promise<void> {
  return enqueue(tx, 'handovers.carry', { ...job })
}
