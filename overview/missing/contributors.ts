import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { authorsOf } from '../../platform/notices/index.ts'
import { downstream } from '../../platform/thread/index.ts'

/** What anybody can write in a case in her own name. */
const written: ReadonlySet<Noun> = new Set<Noun>(['idea', 'statement', 'question', 'comment', 'remark', 'amendment'])

/** Accounts of those who wrote something in a case, each once: to be counted, never to be shown. */
export async function contributorsIn(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  const things = (await downstream(read, { kind: 'problem', id: problem })).map(({ from }) => from)
  const ids = things.filter(({ kind }) => written.has(kind)).map(({ id }) => id)
  return ids.length === 0 ? [] : authorsOf(read, [...new Set(ids)])
}
