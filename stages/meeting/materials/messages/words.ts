import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MaterialsKey = keyof typeof en
export type SayMaterials = Say<MaterialsKey>

export const materialsWords = catalogue<MaterialsKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
