import type { Noun } from '@folkmoot/basics/ids.ts'
import { catalogue } from '../../platform/i18n/index.ts'

/** What each kind of thing is called where it stands alone: in a list of everything one wrote, in the moderators' log. */
export const nounWords = catalogue<Noun>(import.meta.glob('./*.json', { eager: true, import: 'default' }))
