/** The door of the decision: what later stages may use. */
export { decisionCards } from './cards.ts'
export { dueState, type DueState } from './clock.ts'
export { lockedPackage } from './commands.ts'
export { facts as decisionFacts } from './facts.ts'
export { decisionWords } from './messages/words.ts'
export { decisionRoutes } from './routes.tsx'
export { isAccepted, isAnswered, type ToldKind as AnswerKind } from './rules.ts'
export { answersOf, decisionJourneyPart, decisionOwed, decisionWaitingFor, statusWords } from './slots.ts'
export {
  allPackages,
  answeredBy,
  packageOf,
  type Answer,
  type Item as AnsweredRecommendation,
  type Package,
  type ToldStatus,
} from './store.ts'
export { retellAnswers, retellVote, type ToldAnswer, type ToldAnswers, type ToldVote } from './told.ts'
