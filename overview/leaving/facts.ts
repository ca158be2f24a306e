import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'identity.account-erased':
    'Somebody deleted her account, and the days in which she could take it back are over. Public: nothing but that it happened.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
