import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'outcome.intended':
    'An intended outcome was written. Public: the number, the indicator, its unit, baseline and target.',
  'outcome.measured':
    'An indicator was measured. Public: its number, the value, the day, the source, and between which values the source says the true one lies.',
  'outcome.measurement-corrected':
    'A measurement was corrected; what was published stays to be read. Public: the numbers of the indicator and of both measurements, what is right now, and why.',
  'outcome.account-prepared':
    'The account of public value was prepared. Public: its version, and whether staff wrote it. It does not count yet.',
  'outcome.account-signed':
    'A politician signed the account of public value. Public: its version, the politician, cost and use of public authority.',
  'outcome.survey-opened':
    'Those who took part were asked what they think of it. Public: whether at the start, the close or a year later, how many are asked, and until when.',
  'outcome.survey-closed':
    'A survey was closed and published. Public: which, how many answered where that is ten or more, the method, and the SHA-256 of what was published. What anybody answered is in no record, and is kept nowhere.',
  'outcome.legitimacies-computed':
    'The four legitimacies of the case were computed. Public: the version, the method, everything they were computed from, and the SHA-256 of that.',
  'outcome.self-evaluated':
    'Somebody of the group, or of the staff who ran it, said how it was done. Public: as what, and for each point of the checklist yes, partly or no, and which page shows it.',
  'outcome.told':
    'An outcome was recorded from published sources. Public: the number of the indicator and the source, and the day it tells of where that is known.',
  'outcome.account-told':
    'An account of public value was recorded from published sources. Public: its version and the source.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
