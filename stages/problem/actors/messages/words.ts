import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ActorKey = keyof typeof en
export type SayActor = Say<ActorKey>

export const actorWords = catalogue<ActorKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
