import type { Policy } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Reply } from './reply.ts'
import type { Visit } from './visit.ts'

/** One row of the table of addresses: where, who may, what is recorded, and what happens. */
export type Route = {
  readonly at: Address
  readonly allowed: Policy
  /** Kinds of facts the act writes to the public ledger; `nothing` for reading and for one's own settings. */
  readonly records: readonly string[] | 'nothing'
  readonly handle: (visit: Visit) => Promise<Reply> | Reply
}

export type Row = Pick<Route, 'allowed' | 'records'>

/** A row whose handler knows the parameters of its address. */
export function route<A extends Address>(at: A, row: Row, handle: (visit: Visit<A>) => Promise<Reply> | Reply): Route {
  return { at, ...row, handle: handle as Route['handle'] } // the dispatcher fills the parameters of `at`
}
