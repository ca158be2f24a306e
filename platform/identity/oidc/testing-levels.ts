import type { Provider } from './provider.ts'

/** What values of `acr` mean in Denmark (NSIS) and in the Union (eIDAS). */
export const danishLevels = {
  'https://data.gov.dk/concept/core/nsis/Low': 'low',
  'https://data.gov.dk/concept/core/nsis/Substantial': 'substantial',
  'https://data.gov.dk/concept/core/nsis/High': 'high',
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
} as const satisfies Provider['levels']
