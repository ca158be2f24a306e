/** What the worker does for problems, and what follows on facts of others within their transaction. */
export { forgetUnanswered } from './actors/spokesperson-store.ts'
export { followHiding } from './handovers/hiding.ts'
export { carryHandover } from './handovers/jobs.ts'
export { followOnward } from './handovers/onward.ts'
export { agendaPoll } from './supports/jobs.ts'
