/** The door of the directory: places, bodies, people, resolutions. */
export { elections, nextElection, putElection, type Election } from './election.ts'
export {
  allJurisdictions,
  levels,
  ownCalendar,
  placeWord,
  possibleParents,
  putJurisdiction,
  themeVersion,
  todayIn,
  type Jurisdiction,
  type Level,
  type PlaceWords,
} from './jurisdiction.ts'
export { majorities, majorityOf, putMajority, type MajorityParty } from './majority.ts'
export { mostOutlineBytes, readOutline, type OutlineRefusal } from './outline/geojson.ts'
export {
  nearestPlace,
  outlineFrame,
  type NamedPlace,
  type Outline,
  type OutlineFrame,
  type OutlinePoint,
} from './outline/outline.ts'
export { outlineOf, putOutline } from './outline/store.ts'
export {
  addBody,
  addMembership,
  addPerson,
  bodies,
  bodyById,
  decidingBodies,
  knownPeople,
  hasTerms,
  membersOf,
  parties,
  politicianBySlug,
  politicians,
  politiciansById,
  type Body,
  type BodyKind,
  type Politician,
  type SeatedPolitician,
} from './people.ts'
export {
  allSeats,
  appointChair,
  continueTerms,
  emptyBodies,
  endTermOn,
  isSeatedOn,
  seatsHeldBy,
  seatsIn,
  sittingByName,
  termsOf,
  type EmptyBody,
  type Seat,
  type SeatOrigin,
  type Term,
} from './seats.ts'
export {
  confirmResolution,
  putResolution,
  recordVote,
  resolutionsAbout,
  sittingOn,
  voteFacts,
  type NewResolution,
  type Resolution,
} from './votes/resolution.ts'
export { personal as directoryPersonal } from './personal.ts'
