import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { oneWriter, type Card } from '../../../platform/thread/index.ts'
import { problemsById } from '../../problem/index.ts'
import { reportsById } from './report-store.ts'
import { groupsById, type WorkingGroup } from './store.ts'

/** Where the page of each of these groups is, by its id. */
async function pathsOf(read: Read, groups: readonly WorkingGroup[]): Promise<ReadonlyMap<Id, string>> {
  const problems = await problemsById(read, [...new Set(groups.map(({ problem }) => problem))])
  const slugs = new Map(problems.map(({ id, slug }) => [id, slug]))
  return new Map(
    groups.map(({ id, problem, number }) => [id, `/problems/${slugs.get(problem) ?? ''}/people/groups/${number}`]),
  )
}

export async function cardsOfGroups(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const groups = await groupsById(read, ids)
  const paths = await pathsOf(read, groups)
  return groups.map(({ id, question, openedBy, closedAt }) => ({
    thing: { kind: 'working-group', id },
    title: question,
    state: closedAt ? 'state.group-closed' : '',
    visibility: 'public',
    path: paths.get(id) ?? '',
    writtenBy: oneWriter(openedBy),
  }))
}

export async function cardsOfReports(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const reports = await reportsById(read, ids)
  const groups = await groupsById(
    read,
    reports.map(({ group }) => group),
  )
  const paths = await pathsOf(read, groups)
  return reports.map(({ id, group, number, title, writtenBy }) => ({
    thing: { kind: 'group-report', id },
    title,
    state: '',
    visibility: 'public',
    path: `${paths.get(group) ?? ''}#report-${number}`,
    writtenBy: oneWriter(writtenBy),
  }))
}
