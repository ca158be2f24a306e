/** The door of the trace: what came from what. */
export { bindCards, cardsOf, type Card, type Cards } from './cards.ts'
export { link, linkAll, unlink, type Relation } from './link.ts'
export type { JourneyPart, Owed, Waiting } from './slots.ts'
export { downstream, linksAmong, upstream, type Strand } from './trace.ts'
