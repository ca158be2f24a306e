import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Read } from '../../../platform/db/index.ts'
import { savedContent } from './content.ts'
import { contentOf } from './document.ts'
import { liveDocument } from './live-store.ts'
import { freeze } from './rules.ts'
import { asSaved } from './saved.ts'

/** Refused while words stand in the text that no version has: they would be lost at the hand-over. */
export async function unsavedWords(read: Read, problem: Id<'problem'>): Promise<Result<null, 'unsaved-words'>> {
  const { doc, seq } = await liveDocument(read, problem)
  if (seq === 0) return accept(null)
  return freeze({ saved: await savedContent(read, problem), typed: asSaved(contentOf(doc)) })
}
