import { catalogue } from '../i18n/index.ts'
import type en from './messages/en.json'

export const moderationWords = catalogue<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
