import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'delegates.named':
    'A politician asked somebody to prepare for her. Public: the politician and the last day. Committed to: the account.',
  'delegates.agreed':
    'Somebody agreed to prepare for a politician. Public: the politician, whether it is a public employee, and the last day. Committed to: the account.',
  'delegates.ended':
    'Somebody prepares for a politician no more. Public: the politician, and which of the two ended it. Committed to: the account.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
