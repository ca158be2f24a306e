import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type PopulationKey = keyof typeof en
export type SayPopulation = Say<PopulationKey>

export const populationWords = catalogue<PopulationKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)
