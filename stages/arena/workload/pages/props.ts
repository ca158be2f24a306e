import type { Id } from '@folkmoot/basics/ids.ts'
import type { Limits } from '../rules.ts'
import type { SeatException } from '../store.ts'

export type Workload = {
  readonly limits: Limits
  readonly groups: ReadonlyMap<Id<'person'>, readonly Id<'problem'>[]>
  readonly exceptions: ReadonlyMap<Id<'person'>, SeatException>
}
