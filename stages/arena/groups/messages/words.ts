import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type GroupsKey = keyof typeof en
export type SayGroups = Say<GroupsKey>

export const groupsWords = catalogue<GroupsKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
