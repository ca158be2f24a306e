/** The door of moderation: report, hide with a public tombstone, restore. */
export { hide, keep, report, restore, type Hiding, type Judging } from './commands.ts'
export { facts as moderationFacts } from './facts.ts'
export { moderationWords, type ModerationKey } from './messages/words.ts'
export {
  houseRules,
  isOfficialAct,
  mayModerate,
  moderatorIn,
  type HideRefusal,
  type HouseRule,
  type Moderator,
  type ModerationRefusal,
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
