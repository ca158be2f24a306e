/** The door of the trace: what came from what. */
export { link, linkAll, unlink, type Relation } from './link.ts'
export { bindCards, cardsOf, oneWriter, stateIn, type Card, type Cards, type StateWords } from './cards.ts'
export type { JourneyPart, Owed, Waiting } from './slots.ts'
export { downstream, linksAmong, upstream, type Strand } from './trace.ts'
