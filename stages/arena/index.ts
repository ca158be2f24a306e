/** The door of the arena: who sits at the table. */
export { offersPoll } from './acceptances/jobs.ts'
export { offersOf } from './acceptances/store.ts'
export { arenaCards } from './cards.ts'
export { facts as arenaFacts } from './facts.ts'
export { groupsSaid } from './groups/said.ts'
export { givenInGroups } from './groups/contributions.ts'
export { groupsWords } from './groups/messages/words.ts'
export { ringWords } from './groups/pages/rings.tsx'
export { ringNames, ringsOf, type RingName } from './groups/rings.ts'
export { groupBehind, groupsToWriteIn, type GroupLink, type GroupName } from './groups/slots.ts'
export { groupsOf as workingGroupsOf } from './groups/store.ts'
export { searchGroups } from './groups/search-store.ts'
export { groupReportsIn } from './groups/report-store.ts'
export { groupLimitsOf, groupsByFacilitator, groupsByPerson, seatsHeldBy } from './workload/store.ts'
export { casesServedBy, everyStaffingOf, staffingOf, type Staffing } from './staffing/store.ts'
export { arenaWords } from './messages/words.ts'
export { aboutYou } from './features/slots.tsx'
export { leaveArenas } from './departures/leaving.ts'
export { forgettingPoll } from './forgetting/jobs.ts'
export { forgetOpenings } from './letters/answers-store.ts'
export { printJob } from './letters/jobs.ts'
export { countCrowds } from './representation/counting.ts'
export { missingLine, type MissingLine } from './representation/missing-line.ts'
export { crowdPart } from './representation/slots.tsx'
export { rolesInArena } from './roles.ts'
export { arenaRoutes } from './routes.tsx'
export { everySeatOf, seatsHeldDuring, type HeldSeat } from './seat-store.ts'
export { ownApplications, type OwnApplicationLine } from './own-lines.ts'
export { arenaJourneyPart, arenaWaitingFor } from './slots.ts'
export {
  applicantsIn,
  applicationsOf,
  callOf,
  isConfirmed,
  problemsSatIn,
  seatsOf,
  type Call,
  type Seat,
} from './store.ts'
export { recruitingOf } from './waits.ts'
export { setUpOf } from './composition/store.ts'
export { solveBeside } from './lottery/beside.ts'
export { readDrawFile, readRowsFile } from './lottery/draw-file.ts'
export { solveLotteries } from './lottery/jobs.ts'
export { readLettersFile, readLettersRows } from './letters/letters-file.ts'
export { verifyLetters, type LettersFinding } from './letters/verifying.ts'
export { findingInWords, verifyDraw, type Finding } from './lottery/verifying.ts'
export { recordedDraw, verifyRecord } from './lottery/verifying-record.ts'
export type { SetUp, SetUpProfile } from './composition/set-up-rules.ts'
export { retellArena, type ToldArena } from './told.ts'
export { toldGroupsOf, type ToldGroup } from './told-store.ts'
export { personal as arenaPersonal } from './personal.ts'
