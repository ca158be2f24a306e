import type { Reader } from '../../../../platform/http/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import type { SayIdeas } from '../messages/words.ts'

/** What each page of ideas speaks with: its own words, and the stage's for what other pages say of an idea, too. */
export type IdeaWords = { readonly reader: Reader; readonly say: SayIdeas; readonly sayDraft: SayDraft }
