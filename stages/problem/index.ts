/** The door of the problem: what later stages may use. */
export { collectingLines, debtCounts, type CollectingLine } from './answers/lists.ts'
export { problemAgendaPart, problemOwed, problemWaitingFor } from './answers/slots.ts'
export { closeAgenda, ruleInForce, type AgendaRule } from './agenda/store.ts'
export { toInvite, unspokenFor } from './actors/missing.ts'
export { forgetUnanswered } from './actors/spokesperson-store.ts'
export { affectedActors, type ActorRow as AffectedActor } from './actors/store.ts'
export { becomesBusinessOf, businessOf, type Business } from './business.ts'
export { problemCards } from './cards.ts'
export { problemCrumbs } from './crumbs.ts'
export { facts as problemFacts } from './facts.ts'
export { proposeFramingFor, type GroupFraming, type Reframing } from './framing-commands.ts'
export { framings } from './framing-store.ts'
export { carryHandover } from './handovers/jobs.ts'
export { followOnward } from './handovers/onward.ts'
export { followHiding } from './handovers/hiding.ts'
export { handedLink, handoverLines, handoversOwed, handoversWaitingFor, type HandedLink } from './handovers/slots.ts'
export { shownAs } from './interests/shown-as.ts'
export { interestsIn, type DeclaredMatter } from './interests/standing.ts'
export { inCase, lockedProblem } from './in-case.ts'
export {
  afterOf,
  afterText,
  listStates,
  orders as listOrders,
  type ListState,
  type Order as ListOrder,
} from './listing/rules.ts'
export { countByState, listed, type Listed } from './listing/store.ts'
export { holdCase } from './merges/commands.ts'
export { goesOnIn, type GoesOnIn } from './merges/slots.ts'
export { problemWords } from './messages/words.ts'
export { framingKinds, type FramingKind } from './rules.ts'
export { problemRoutes } from './routes.tsx'
export { sponsorWaitingFor, unclaimedProblems } from './sponsors/slots.ts'
export { searchProblems } from './stems/search-store.ts'
export {
  ledCounts,
  listProblems,
  problemBySlug,
  problemNames,
  problemsById,
  problemsLedBy,
  sponsorsOf,
  type NamedProblem,
  type Problem,
} from './store.ts'
export { agendaPoll } from './supports/jobs.ts'
export { retellProblem, type ToldProblem } from './told.ts'
