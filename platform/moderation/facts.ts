import { recorder, type FactCatalogue } from '../ledger/index.ts'

export const facts = {
  'moderation.hidden':
    'A moderator hid a text. Public: what kind of thing, its id (never that of a vote), the rule, the role, and whether it was refused before anybody had seen it, and whether only for now. Committed to: the reason and who hid it.',
  'moderation.removed':
    'A second moderator removed what was hidden for now. Public: what kind of thing, its id (never that of a vote), the rule and the role. Committed to: the reason and who did so.',
  'moderation.appealed':
    'Somebody asked for another look at a hidden text. Public: what kind of thing and its id (never that of a vote). Committed to: the reason and who asked.',
  'moderation.taken-back':
    'Moderators undid what was judged together with others, within the hour. Public: what kind of thing, its id (never that of a vote), the role, and whether it waits again unseen. Committed to: who did so.',
  'moderation.undone':
    'Moderators undid, within the hour, that several reports were found without ground. Public: which batch and the role. Committed to: who did so.',
  'moderation.taken-out':
    'Somebody who deleted her account took a text of hers along. Public: what kind of thing, its id and the role in which she wrote it.',
  'moderation.restored':
    'A moderator showed a hidden text again. Public: what kind of thing, its id (never that of a vote) and the role. Committed to: the reason and who did so.',
  'moderation.kept':
    'A moderator found reports without ground. Public: what kind of thing, its id (never that of a vote) and the role. Committed to: the reason and who did so.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
