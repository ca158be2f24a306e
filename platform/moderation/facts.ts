import { recorder, type FactCatalogue } from '../ledger/index.ts'

export const moderationFacts = {
  'moderation.hidden': 'A text was hidden. Public: what kind of thing, the rule, the role of who decided, the reason.',
  'moderation.restored': 'A hidden text was shown again. Public: what kind of thing, the role of who decided, the reason.',
} as const satisfies FactCatalogue

export const record = recorder(moderationFacts)
