import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'outcome.intended':
    'An intended outcome was written. Public: the number, the indicator, its unit, baseline and target.',
  'outcome.measured': 'An indicator was measured. Public: its number, the value, the day and the source.',
  'outcome.account-prepared':
    'The account of public value was prepared. Public: its version, and whether staff wrote it. It does not count yet.',
  'outcome.account-signed':
    'A politician signed the account of public value. Public: its version, the politician, cost and use of public authority.',
  'outcome.told':
    'An outcome was recorded from published sources. Public: the number of the indicator and the source, and the day it tells of where that is known.',
  'outcome.account-told':
    'An account of public value was recorded from published sources. Public: its version and the source.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
