import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { allSeats, isSeatedOn, ownCalendar, todayIn, type Seat } from '../../../platform/directory/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
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
  const sitting = (await allSeats(tx)).filter((seat) => seat.body === body && isSeatedOn(seat, today))
  const ofGroup = (await seatsOf(tx, problem)).flatMap(({ isChair, account }) => (isChair && account ? [account] : []))
  if (what === 'unsent' && step === 'those') return ofGroup
  const chairs = await accountsOf(
    tx,
    sitting.filter(({ isChair }) => isChair),
  )
  if (step === 'chair') return [...new Set([...chairs, ...(what === 'reply' || what === 'unsent' ? ofGroup : [])])]
  const own = sitting.filter((seat) => seat.person === person)
  return accountsOf(tx, own.length > 0 ? own : sitting)
}

async function accountsOf(read: Read, seats: readonly Seat[]): Promise<readonly Id<'account'>[]> {
  const people = [...new Set(seats.map(({ person }) => person))]
  const accounts = await Promise.all(people.map((one) => accountOfPerson(read, one)))
  return accounts.flatMap((account) => account?.id ?? [])
}
