import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { problemsById } from '../problem/index.ts'
import * as store from './store.ts'

/** How meetings and their items are named in the trace, in notices and in moderation. */
export const meetingCards = { meeting: cardsOfMeetings, item: cardsOfItems } satisfies Partial<Record<Noun, Cards>>

async function cardsOfMeetings(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const meetings = await store.meetingsById(read, ids as readonly Id<'meeting'>[]) // bound to the kind `meeting`
  const paths = await pathsOf(read, meetings)
  return meetings.map((meeting) => ({
    thing: { kind: 'meeting', id: meeting.id },
    title: meeting.title,
    state: meeting.state === 'cancelled' ? 'state.cancelled' : '',
    visibility: 'public',
    path: paths.get(meeting.id) ?? '',
    writtenBy: oneWriter(meeting.calledBy),
  }))
}

async function cardsOfItems(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const items = await store.itemsById(read, ids as readonly Id<'item'>[]) // bound to the kind `item`
  const meetings = await store.meetingsById(
    read,
    items.map((item) => item.meeting),
  )
  const paths = await pathsOf(read, meetings)
  return items.map((item) => ({
    thing: { kind: 'item', id: item.id },
    title: item.title,
    state: '',
    visibility: 'public',
    path: `${paths.get(item.meeting) ?? ''}#item-${item.number}`,
    writtenBy: oneWriter(item.addedBy),
  }))
}

async function pathsOf(read: Read, meetings: readonly store.Meeting[]): Promise<ReadonlyMap<Id<'meeting'>, string>> {
  const problems = await problemsById(read, [...new Set(meetings.map((meeting) => meeting.problem))])
  const slugs = new Map(problems.map((problem) => [problem.id, problem.slug]))
  return new Map(
    meetings.map(({ id, problem, number }) => [id, `/problems/${slugs.get(problem) ?? ''}/meetings/${number}`]),
  )
}
