import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { staff } from '../../../platform/identity/index.ts'
import { seatsOf } from '../../arena/index.ts'

/** Who can take something on: everybody with a seat, and the staff that helps the group. */
export type Doer = { readonly account: Id<'account'>; readonly name: string; readonly isStaff: boolean }

export async function doersIn(read: Read, problem: Id<'problem'>): Promise<readonly Doer[]> {
  const [seats, employees] = await Promise.all([seatsOf(read, problem), staff(read)])
  const seated = seats.map(({ account, name }) => ({ account, name, isStaff: false }))
  const taken = new Set(seated.map(({ account }) => account))
  const helping = employees
    .filter(({ account, role }) => role !== 'administrator' && !taken.has(account))
    .map(({ account, name }) => ({ account, name, isStaff: true }))
  return [...seated, ...new Map(helping.map((one) => [one.account, one])).values()].filter(({ name }) => name !== '')
}
