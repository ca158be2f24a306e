import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'settings.place-changed':
    'An administrator changed what the place is called or how it looks. Public: the names of the settings.',
  'settings.body-added': 'An administrator added a body. Public: its name and kind.',
  'settings.chair-recorded': 'Who chairs a body was recorded on the command line. Public: the body and the person.',
  'settings.staff-invited':
    'An administrator gave a public employee a role. Public: the role. Committed to: the account.',
  'settings.staff-ended':
    'An administrator ended the role of a public employee. Public: the role. Committed to: the account.',
  'settings.person-linked':
    'An administrator gave a politician her account. Public: the politician. Committed to: the account.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
