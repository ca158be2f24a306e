import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type LotteryKey = keyof typeof en
export type SayLottery = Say<LotteryKey>

export const lotteryWords = catalogue<LotteryKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
