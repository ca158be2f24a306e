import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { appealsOf, type Appeal } from './store.ts'

/** Whom a case is looking for now, for the page that says how to ask for a seat: neither what has ended nor what was hidden. */
export async function lookedForNow(
  { read }: Pick<Visit, 'read'>,
  problem: Id<'problem'>,
  isOpen: boolean,
): Promise<readonly Appeal[]> {
  if (!isOpen) return []
  const standing = (await appealsOf(read, problem)).filter(({ endedAt }) => endedAt === null)
  const hidden = await hiddenAmong(
    read,
    standing.map(({ id }) => id),
  )
  return standing.filter(({ id }) => !hidden.has(id))
}
