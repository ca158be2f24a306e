/** The door of the decision: what later stages may use. */
export { decisionCards } from './cards.ts'
export { lockedPackage } from './in-package.ts'
export { directionsOf } from './checks/store.ts'
export { facts as decisionFacts } from './facts.ts'
export { decisionWords } from './messages/words.ts'
export { decisionRoutes } from './routes.tsx'
export { searchAnswers } from './search-store.ts'
export { followReferredHiding } from './referrals/commands.ts'
export { carryReferral } from './referrals/jobs.ts'
export { backIn, type Back } from './referrals/store.ts'
export { referralsOwed } from './referrals/slots.ts'
export { ratingsPoll } from './ratings/jobs.ts'
export { remindersPoll } from './reminders/jobs.ts'
export { isAccepted, isAnswered, isProposed, type ToldKind as AnswerKind } from './rules.ts'
export { decisionOwed, decisionOwedCounts } from './owed/slots.ts'
export { answersOf, decisionJourneyPart, statusWords } from './slots.ts'
export { votesOf } from './voting/commands.ts'
export { decisionWaitingFor } from './owed/waiting.ts'
export {
  answerFiguresOf,
  answersBy,
  openPackagesOf,
  putOffBy,
  putOffByHer,
  putOffByHerIn,
  type AnswerFigures,
  type GivenAnswer,
} from './owed/owing-store.ts'
export {
  daysToAnswer,
  inTimeOf,
  isAnswerThatCounts,
  timingOf,
  type AnswerStanding,
  type InTime,
  type Timing,
} from './answers/counting-rules.ts'
export { standing, standingsIn } from './answers/standing.ts'
export { answeredBy, type Answer, type Item as AnsweredRecommendation } from './answers/store.ts'
export { packageOf, type Package, type ToldStatus } from './store.ts'
export { retellAnswers, retellVote, type ToldAnswer, type ToldAnswers, type ToldVote } from './told.ts'
export { personal as decisionPersonal } from './personal.ts'
