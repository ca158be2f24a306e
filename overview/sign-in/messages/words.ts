import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type SignInKey = keyof typeof en
export type SaySignIn = Say<SignInKey>

export const signInWords = catalogue<SignInKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
