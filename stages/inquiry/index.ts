/** The door of questions and notes: what later stages may use. */
export { inquiryCards } from './cards.ts'
export { facts as inquiryFacts } from './facts.ts'
export { inquiryWords } from './messages/words.ts'
export { inquiryRoutes } from './routes.tsx'
export { evidenceRoutes } from './evidence/routes.tsx'
export { ordersOf, type Order as EvidenceOrder } from './evidence/store.ts'
export { searchQuestions } from './search-store.ts'
export { inquiryJourneyPart, inquiryOwed, inquiryWaitingFor } from './slots.ts'
export {
  notesBy,
  notesOf,
  politicianRecord,
  questionsOf,
  questionsTo,
  type Note,
  type PoliticianRecord,
  type Question,
} from './store.ts'
export { retellNote, retellQuestion, type ToldNote, type ToldQuestion } from './told.ts'
