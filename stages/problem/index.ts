/** The door of the problem: what later stages may use. What pages across stages show is in `slots`, the worker's in `jobs`. */
export * from './slots.ts'
export * from './jobs.ts'
export { agendaPresets } from './agenda/presets.ts'
export { BecameLink } from './pages/became-link.tsx'
export { closeAgenda, ruleInForce } from './agenda/store.ts'
export { toInvite } from './actors/missing.ts'
export { affectedActors, type ActorRow as AffectedActor } from './actors/store.ts'
export { becomesBusinessOf } from './business.ts'
export { problemCards } from './cards.ts'
export { problemCrumbs } from './crumbs.ts'
export { facts as problemFacts } from './facts.ts'
export { proposeFramingFor, type Reframing } from './framing-commands.ts'
export { framings, proposedFramings } from './framing-store.ts'
export * from './forms.ts'
export { shownAs } from './interests/shown-as.ts'
export { declarationOf, declarations, type Declaration } from './interests/store.ts'
export { interestsIn } from './interests/standing.ts'
export { inCase, lockedProblem } from './in-case.ts'
export { afterOf, afterText, listOrders, listStates, type ListOrder, type ListState } from './listing/rules.ts'
export { countByState, listed, type Listed } from './listing/store.ts'
export { holdCase } from './merges/commands.ts'
export { problemWords } from './messages/words.ts'
export { framingKinds, type FramingKind } from './rules.ts'
export { leftCases, type LeftCase } from './sponsors/left-store.ts'
export { invitationsTaken, pastSponsors } from './sponsors/store.ts'
export { problemSaid } from './said.ts'
export { problemRoutes } from './routes.tsx'
export {
  ledCounts,
  listProblems,
  problemBySlug,
  namesBySlug,
  namesLedBy,
  problemNames,
  problemsById,
  problemsLedBy,
  sponsorsOf,
} from './store.ts'
export type { NamedProblem, Problem } from './store.ts'
export { retellProblem } from './told.ts'
export { personal as problemPersonal } from './personal.ts'
