/** The door of the delivery: what later stages may use. */
export { deliveryCards } from './cards.ts'
export { facts as deliveryFacts } from './facts.ts'
export { deliveryWords } from './messages/words.ts'
export { pledgesOf, type Pledge } from './pledge-store.ts'
export { deliveryRoutes } from './routes.tsx'
export { deliveryJourneyPart, deliveryOwed, deliveryWaitingFor } from './slots.ts'
export { commitmentsOf, type Commitment } from './store.ts'
export { retellCommitment, type ToldCommitment, type ToldPledge } from './told.ts'
