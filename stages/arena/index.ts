/** The door of the arena: who sits at the table. */
export { arenaCards } from './cards.ts'
export { facts as arenaFacts } from './facts.ts'
export { arenaWords } from './messages/words.ts'
export { aboutYou } from './features/slots.tsx'
export { rolesInArena } from './roles.ts'
export { arenaRoutes } from './routes.tsx'
export { arenaJourneyPart, arenaWaitingFor, ownApplications, type OwnApplicationLine } from './slots.ts'
export {
  applicantsIn,
  applicationsOf,
  callOf,
  isConfirmed,
  problemsSatIn,
  seatsOf,
  toldGroupsOf,
  type Call,
  type Seat,
  type ToldGroup,
} from './store.ts'
export { setUpOf } from './composition/store.ts'
export type { SetUp, SetUpProfile } from './composition/set-up.ts'
export { retellArena, type ToldArena } from './told.ts'
