import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type DeliveryKey = keyof typeof en
export type SayDelivery = Say<DeliveryKey>

export const deliveryWords = catalogue<DeliveryKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
