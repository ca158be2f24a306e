import type { Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { decisionOwed } from '../../stages/decision/index.ts'
import { deliveryOwed } from '../../stages/delivery/index.ts'
import { inquiryOwed } from '../../stages/inquiry/index.ts'
import { byDate } from './sorted.ts'

/** Everything this place has promised with a date, the earliest first. */
export async function allOwed(visit: Visit): Promise<readonly Owed[]> {
  const lists = await Promise.all([
    decisionOwed(visit.read, visit),
    deliveryOwed(visit.read, visit),
    inquiryOwed(visit.read, visit),
  ])
  return byDate(lists.flat())
}
