/** The door of the draft: what later stages may use. */
export { draftCards } from './cards.ts'
export { freezeDraft } from './commands.ts'
export { facts as draftFacts } from './facts.ts'
export { draftWords } from './messages/words.ts'
export { readableRecommendations } from './readable.ts'
export { signersIn } from './minority/store.ts'
export { recommendationsOf, type Clause, type Recommendation } from './recommendations.ts'
export { forgetDays } from './text/live-day.ts'
export { restoreEverywhere } from './text/restoring.ts'
export { mostMessageBytes, openLive, type Live } from './text/live.ts'
export { draftRoutes } from './routes.tsx'
export type { Agreement } from './rules.ts'
export { searchIdeas } from './ideas/search-store.ts'
export { endsOf as ideaEnds } from './ideas/merge-store.ts'
export { takeOutIdeas } from './ideas/taking-out.ts'
export { ideasPoll } from './ideas/sorting.ts'
export { searchRecommendations } from './search-store.ts'
export { draftJourneyPart, draftWaitingFor } from './slots.ts'
export { isFrozen } from './store.ts'
export { mayWriteHere } from './state.ts'
export { unsavedWords } from './text/unsaved.ts'
export {
  threadIdeas,
  threadSections,
  type Cited,
  type ThreadClause,
  type ThreadIdea,
  type ThreadSection,
} from './thread.ts'
export { retellIdea, retellRecommendation, type ToldIdea, type ToldRecommendation } from './told.ts'
export { personal as draftPersonal } from './personal.ts'
