/** The door of identity: who is here, and how they come and go. */
export {
  accountByEmail,
  accountById,
  accountOfPerson,
  accountsById,
  endStaffRole,
  ensureAccount,
  forgetHeldAccounts,
  grantStaffRole,
  hasOtherSpelling,
  holdAccount,
  introduce,
  linkPerson,
  setDeclaration,
  setPreferences,
  staff,
  stopMails,
  unlinkPerson,
  type Account,
  type Introduction,
  type Preferences,
  type StaffMember,
  type StaffRole,
  type Tie,
} from './account.ts'
export { actorBySession, nobody } from './actor.ts'
export {
  changeAddress,
  daysToUndo,
  forgetUndone,
  isMovedAway,
  undoAddress,
  undoableChange,
  type Changed,
} from './address.ts'
export {
  askCode,
  linkState,
  tryCode,
  useLink,
  waitingAttempt,
  wrongTries,
  type LinkState,
  type Waiting,
} from './attempt.ts'
export { wrongTriesPerHour } from './attempt-rules.ts'
export { forgetChallenges, makeChallenge, minutesToAnswer, waitingChallenge, type Challenge } from './challenge.ts'
export {
  addPasskey,
  optionsToAdd,
  optionsToSignIn,
  passkeysOf,
  removePasskey,
  signedByPasskey,
  type Added,
  type Passkey,
} from './passkey.ts'
export { holdsOffice, isFresh } from './session-rules.ts'
export { mostPasskeys } from './passkey-rules.ts'
export { bylines, type Byline } from './bylines.ts'
export {
  agreeToDelegation,
  delegationById,
  delegationsOf,
  delegationsTo,
  endDelegation,
  putDelegation,
  type Delegation,
} from './delegations.ts'
export { clientHash } from './client-hash.ts'
export { forgetNetworks, networksSeen, noteNetwork } from './network.ts'
export { agree, consentsOf, takeConsentBack, type Agreed, type Consent, type ConsentKind } from './consent.ts'
export {
  beginLeaving,
  daysOfGrace,
  dueToLeave,
  emptyAccount,
  leftAccounts,
  notLeftOf,
  strangers,
  takeUpLeaving,
  wordsOfLeaver,
  type WordsOfLeaver,
} from './leaving.ts'
export { mailboxOf } from './mailbox.ts'
export { knownAgainBy, knownByEid, lockBecomingKnown, lockKnown, type KnownBy } from './eligibility.ts'
export { examplePeople } from './example-people.ts'
export { forgetKeptActs, keepAct, keptAct, type KeptAct } from './kept-act.ts'
export { isNameOf } from './name-rules.ts'
export { accountsIn, accountsOfPeople } from './sitting.ts'
export { forgetPace, paced, type Pacing } from './pace.ts'
export type { PaceKind } from './pace-rules.ts'
export { isTakenName, nameRefusal, officialName, type NameRefusal } from './names.ts'
export {
  endAllSessions,
  endEverySession,
  endOtherSessions,
  endSession,
  endSessionNamed,
  forgetExpired,
  noteSeen,
  proveAnew,
  openSession,
  renewSession,
  sessionsOf,
  type Bound,
  type Means,
  type Opening,
  type SessionLine,
} from './session.ts'
export { personal as identityPersonal } from './personal.ts'
