import { recorder, type FactCatalogue } from '../ledger/index.ts'

export const facts = {
  'moderation.hidden':
    'A moderator hid a text. Public: what kind of thing, its id (never that of a vote), the rule, the role, and whether it was refused before anybody had seen it. Committed to: the reason and who hid it.',
  'moderation.restored':
    'A moderator showed a hidden text again. Public: what kind of thing, its id (never that of a vote) and the role. Committed to: the reason and who did so.',
  'moderation.kept':
    'A moderator found reports without ground. Public: what kind of thing, its id (never that of a vote) and the role. Committed to: the reason and who did so.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
