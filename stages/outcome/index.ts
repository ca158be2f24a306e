/** The door of the outcome. */
export { outcomeCards } from './cards.ts'
export { facts as outcomeFacts } from './facts.ts'
export { outcomeWords } from './messages/words.ts'
export { outcomeRoutes } from './routes.tsx'
export { outcomeJourneyPart, outcomeWaitingFor } from './slots.ts'
export { accountsOf, indicatorsOf, type Indicator, type Measurement, type ValueAccount } from './store.ts'
export { retellOutcome, retellValueAccount, type ToldOutcome, type ToldValueAccount } from './told.ts'
