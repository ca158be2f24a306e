/** The door of the directory: places, bodies, people, resolutions. */
export {
  allJurisdictions,
  placeWord,
  putJurisdiction,
  themeVersion,
  todayIn,
  type Jurisdiction,
  type Level,
  type PlaceWords,
} from './jurisdiction.ts'
export {
  addBody,
  addMembership,
  addPerson,
  appointChair,
  bodies,
  bodyById,
  membersOf,
  parties,
  politicianBySlug,
  politicians,
  politiciansById,
  type Body,
  type BodyKind,
  type Politician,
} from './people.ts'
export {
  confirmResolution,
  putResolution,
  resolutionsAbout,
  type NewResolution,
  type Resolution,
} from './resolution.ts'
