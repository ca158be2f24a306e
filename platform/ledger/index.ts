/** The door of the public ledger. */
export {
  append,
  eraseSecretsAbout,
  eraseSecretsNaming,
  eraseSecretsOf,
  recorder,
  recorderOfMany,
  subscribe,
} from './append.ts'
export { canonical, hashOf } from './canonical.ts'
export type { Fact, FactCatalogue } from './fact.ts'
export { commitTo, leafBytes, leafHash, type Leaf } from './leaf.ts'
export { openKept, publicVersion } from './kept.ts'
export { casesChangedSince, entries, type EntriesOptions, type Entry } from './read.ts'
export { personal as ledgerPersonal } from './personal.ts'
