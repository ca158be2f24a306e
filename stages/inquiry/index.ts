/** The door of questions and notes: what later stages may use. */
export { inquiryCards } from './cards.ts'
export { facts as inquiryFacts } from './facts.ts'
export { inquiryWords } from './messages/words.ts'
export { inquiryRoutes } from './routes.ts'
export { overduePoll } from './evidence/jobs.ts'
export { ordersOf, type Order as EvidenceOrder } from './evidence/store.ts'
export { inquirySaid } from './said.ts'
export { searchFacts, searchNotes, searchQuestions } from './search-store.ts'
export { inquiryJourneyPart, inquiryOwed, inquiryWaitingFor } from './slots.ts'
export { notesBy, notesOf, type Note } from './notes/store.ts'
export { positionsOf, type Position } from './positions/store.ts'
export { repliesListPart, repliesPart } from './replies/part.tsx'
export { repliesBy, type ThreadReply } from './replies/store.ts'
export { questionsLeft, replyFiguresOf, type LeftQuestion, type ReplyFigures } from './record/store.ts'
export { handsPart, recordPart } from './record/slots.tsx'
export { politicianRecord, questionsOf, questionsTo, type PoliticianRecord, type Question } from './questions/store.ts'
export {
  retellEvidence,
  retellNote,
  retellQuestion,
  type ToldEvidence,
  type ToldNote,
  type ToldQuestion,
} from './told.ts'
export { personal as inquiryPersonal } from './personal.ts'
