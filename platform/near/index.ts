/** The door of likeness: which things share words and place with what somebody is about to write, and how alike two texts are. */
export { alikeness, alikePairs, alikeTo, isNearQuestion, nearlySameFrom, type Pair } from './alike.ts'
export { alikeGroups, saysTheSameFrom, type Groups } from './groups.ts'
export { candidatesIn, rarityIn, type Heap } from './candidates.ts'
export { metresBetween, nearOnes, type Asked, type At, type Candidate, type Near, type Said } from './rules.ts'
export { cutWords } from './words.ts'
