import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type TasksKey = keyof typeof en
export type SayTasks = Say<TasksKey>

export const tasksWords = catalogue<TasksKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
