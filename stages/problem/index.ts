/** The door of the problem: what later stages may use. */
export { ruleInForce, type AgendaRule } from './agenda/store.ts'
export { problemCards } from './cards.ts'
export { problemCrumbs } from './crumbs.ts'
export { facts as problemFacts } from './facts.ts'
export { inCase, lockedProblem } from './in-case.ts'
export { problemWords } from './messages/words.ts'
export { problemRoutes } from './routes.tsx'
export { searchProblems } from './search-store.ts'
export {
  actorsOf,
  framings,
  listProblems,
  problemBySlug,
  problemsById,
  sponsorsOf,
  type ActorRow as AffectedActor,
  type Problem,
} from './store.ts'
export { retellProblem, type ToldProblem } from './told.ts'
