/** The door of the trace: what came from what. */
export { link, linkAll, unlink, type Relation } from './link.ts'
export { bindCards, cardsOf, oneWriter, stateIn, type Card, type Cards, type StateWords } from './cards.ts'
export {
  mostCounted,
  ofCase,
  saidAmong,
  saidAnywhere,
  saidIn,
  type Said,
  type SaidByKind,
  type SaidOfKind,
} from './said.ts'
export type { JourneyPart, JourneyPoint, Owed, OwedAsked, OwedCounts, Waiting, WaitingList } from './slots.ts'
export { waitingIn, type WaitingAsked } from './waiting.ts'
export { countAbout, downstream, downstreamOfEach, linksAmong, upstream, type Strand } from './trace.ts'
export { personal as threadPersonal } from './personal.ts'
