import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'settings.place-changed':
    'An administrator changed what the place is called or how it looks. Public: the names of the settings.',
  'settings.outline-given':
    'The outline of the place was given, by an administrator or on the command line. Public: how many named places it has.',
  'settings.body-added': 'An administrator added a body. Public: its name and kind.',
  'settings.chair-recorded':
    'An administrator recorded who chairs a body, in the settings or on the command line. Public: the body and the person.',
  'settings.terms-continued':
    'An administrator let the terms that had ended in a body go on. Public: the body, from which day, how many seats.',
  'settings.member-added':
    'An administrator added a member of a body who is in no imported file. Public: the body, the person and from which day.',
  'settings.term-changed':
    'An administrator set or took away the last day of a seat. Public: the body, the person and the day.',
  'settings.staff-invited':
    'An administrator gave a public employee a role. Public: the role. Committed to: the account.',
  'settings.staff-ended':
    'An administrator ended the role of a public employee. Public: the role. Committed to: the account.',
  'settings.sessions-ended':
    'Somebody’s sessions, or those of everybody, were ended by an administrator or on the command line. Public: whether one or all. Committed to: the account.',
  'settings.person-linked':
    'An administrator gave a politician her account. Public: the politician. Committed to: the account.',
  'settings.person-unlinked':
    'An administrator took an account from a politician. Public: the politician. Committed to: the account.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
