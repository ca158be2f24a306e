/** The door of moderation: report, hide with a tombstone, restore. */
export { hide, restore, type Hiding } from './commands.ts'
export { moderationFacts } from './facts.ts'
export { hidingRules, isHideable, mayModerate, type HidingRule, type HideRefusal } from './rules.ts'
export { hiddenAmong, hiddenThings, openReports, putReport as report, settleReport, type Report, type Tombstone } from './store.ts'
export { moderationWords } from './words.ts'
