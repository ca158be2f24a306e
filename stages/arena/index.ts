/** The door of the arena: who sits at the table. */
export { arenaCards } from './cards.ts'
export { tellArena, type ToldArena } from './commands.ts'
export { facts as arenaFacts } from './facts.ts'
export { arenaWords } from './messages/words.ts'
export { rolesInArena } from './roles.ts'
export { arenaRoutes } from './routes.tsx'
export { arenaJourneyPart, arenaWaitingFor } from './slots.ts'
export {
  applicationsOf,
  callOf,
  isConfirmed,
  seatsOf,
  toldGroupsOf,
  type Call,
  type Seat,
  type ToldGroup,
} from './store.ts'
