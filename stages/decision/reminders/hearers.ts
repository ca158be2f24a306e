import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { accountsIn } from '../../../platform/identity/index.ts'
import { seatsOf } from '../../arena/index.ts'
import type { Step } from './rules.ts'
import type { Promised } from './store.ts'

/**
 * Who is reminded. Those who promised: the one who parked it or passed it on, as long as she sits, else all members of the body;
 * of a direction that was not sent, who chairs the group. Then the chair of the body, and the group that waits through its own.
 */
export async function hearersOf(
  tx: Tx,
  { what, problem, body, person }: Promised,
  step: Exclude<Step, 'everybody'>,
): Promise<readonly Id<'account'>[]> {
  const today = todayIn(await ownCalendar(tx), tx.now)
  const ofGroup = (await seatsOf(tx, problem)).flatMap(({ isChair, account }) => (isChair && account ? [account] : []))
  if (what === 'unsent' && step === 'those') return ofGroup
  if (step === 'chair') {
    const chairs = await accountsIn(tx, { body, today, only: 'chair' })
    return [...new Set([...chairs, ...(what === 'reply' || what === 'unsent' ? ofGroup : [])])]
  }
  const own = await accountsIn(tx, { body, today, only: { person } })
  return own.length > 0 ? own : accountsIn(tx, { body, today })
}
