/** The door of electronic identities: providers, the way to them and back, and whose account an identity opens. */
export { openEid, placeOf, type Eid, type Offered, type Proof, type Trip } from './eid.ts'
export {
  beginErrand,
  endErrand,
  errandUnderWay,
  forgetErrands,
  keepProof,
  takeErrand,
  waitingProof,
  type Errand,
  type Purpose,
  type WaitingProof,
} from './errand.ts'
export { accountOfProof, externalsOf, linkExternal, unlinkExternal, type External } from './external.ts'
export { readProviders, type Level, type Provider } from './provider.ts'
