import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Card } from '../../platform/thread/index.ts'
import * as store from './store.ts'

/** How a problem is named in the trace, in notices and in moderation. */
export async function problemCards(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const problems = await store.problemsById(read, ids as readonly Id<'problem'>[]) // bound to the kind `problem`
  return problems.map((problem) => ({
    thing: { kind: 'problem', id: problem.id },
    title: problem.question,
    state: '',
    visibility: 'public',
    path: `/problems/${problem.slug}`,
  }))
}
