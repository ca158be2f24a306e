/** The door of moderation: report, hide with a public tombstone, restore. */
export { batchesToUndo, openBatch, undoBatch, type Batch } from './batches.ts'
export { hide, keep, nameRule, remove, report, restore, type Hiding, type Judging } from './commands.ts'
export { facts as moderationFacts } from './facts.ts'
export { takeOut, type TakingOut } from './taking-out.ts'
export { figuresOf, type Figure } from './figures.ts'
export { daysReportersAreKnown, forgetReporters } from './forget-reporters.ts'
export { moderationWords, type ModerationKey } from './messages/words.ts'
export {
  houseRules,
  isOfficialAct,
  mayModerate,
  minutesToUndo,
  moderatorIn,
  type HideRefusal,
  type HouseRule,
  type Moderator,
  type ModerationRefusal,
  type RemoveRefusal,
  type RestoreRefusal,
  type StoneRule,
  type UndoRefusal,
} from './rules.ts'
export {
  hiddenAmong,
  hiddenThings,
  hiddenWords,
  openReports,
  unlessHidden,
  type HiddenThing,
  type NewReport,
  type OpenReport,
  type Tombstone,
} from './store.ts'
export { tellModerators } from './tell.ts'
export { personal as moderationPersonal } from './personal.ts'
