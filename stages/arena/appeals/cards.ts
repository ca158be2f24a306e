import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { oneWriter, type Card } from '../../../platform/thread/index.ts'
import { problemsById } from '../../problem/index.ts'
import { appealsById } from './store.ts'

export async function cardsOfAppeals(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const appeals = await appealsById(read, ids)
  const problems = await problemsById(read, [...new Set(appeals.map(({ problem }) => problem))])
  const slugs = new Map(problems.map(({ id, slug }) => [id, slug]))
  return appeals.map(({ id, problem, number, whom, writtenBy }) => ({
    thing: { kind: 'appeal', id },
    title: whom,
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/people/appeals/${number}`,
    writtenBy: oneWriter(writtenBy),
  }))
}
