/** The door of the delivery: what later stages may use. */
export { deliveryCards } from './cards.ts'
export {
  openPromisesOf,
  promisesLeftTo,
  promiseFiguresOf,
  promisesBy,
  promisesIn,
  type LeftPromises,
  type PromisedThing,
  type PromiseFigures,
} from './debt-store.ts'
export { facts as deliveryFacts } from './facts.ts'
export {
  counts as countsFor,
  figureNames,
  figuresOf,
  isDueForKeeping,
  isFigureName,
  isOnSchedule,
  type Figure,
  type FigureName,
} from './figures/rules.ts'
export {
  answerLines,
  casesOf,
  promiseLines,
  yearsWithFigures,
  type AnswerLine,
  type PromiseLine,
} from './figures/store.ts'
export { toldFigures, type ToldFigures } from './figures/told-store.ts'
export { latePoll } from './lateness/jobs.ts'
export { statusPoll } from './monitors/reminding.ts'
export { deliveryWords } from './messages/words.ts'
export { takePledgesBack } from './pledges/taking-back.ts'
export { pledgesOf, type Pledge } from './pledges/store.ts'
export { deliveryRoutes } from './routes.tsx'
export { searchCommitments } from './search-store.ts'
export { deliveryOwed, deliveryOwedBy, deliveryOwedCounts } from './owed.ts'
export { deliveryJourneyPart, deliveryWaitingFor } from './slots.ts'
export { commitmentsOf, type Commitment } from './store.ts'
export { retellCommitment, type ToldCommitment, type ToldPledge } from './told.ts'
export { personal as deliveryPersonal } from './personal.ts'
