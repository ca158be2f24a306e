/** The door of the exchange: a council in and out, in Popolo. */
export { exportPopolo, type PopoloExport } from './export-popolo.ts'
export { exportVotes, type VotesExport } from './export-votes.ts'
export type { Voted } from './motions.ts'
export { importPopolo, nameOfPopolo, type Imported, type OnProgress } from './popolo.ts'
export { PopoloError } from './popolo-error.ts'
