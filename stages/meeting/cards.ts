import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { problemsById } from '../problem/index.ts'
import { itemsById } from './agenda/store.ts'
import { encountersById } from './encounters/store.ts'
import { gatheringsById } from './events/store.ts'
import { groundRulesById } from './ground-rules/store.ts'
import { materialsById } from './materials/store.ts'
import { wishesById } from './series/store.ts'
import * as store from './store.ts'
import { tasksById } from './tasks/store.ts'

/** How meetings and their items are named in the trace, in notices and in moderation. */
export const meetingCards = {
  meeting: cardsOfMeetings,
  item: cardsOfItems,
  encounter: cardsOfEncounters,
  gathering: cardsOfEvents,
  action: cardsOfTasks,
  material: cardsOfMaterials,
  wish: cardsOfWishes,
  'ground-rules': cardsOfRules,
} satisfies Partial<Record<Noun, Cards>>

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
  const items = await itemsById(read, ids as readonly Id<'item'>[]) // bound to the kind `item`
  const meetings = await store.meetingsById(
    read,
    items.map((item) => item.meeting),
  )
  const paths = await pathsOf(read, meetings)
  const closed = await closedAmong(read, meetings)
  return items.map((item) => ({
    thing: { kind: 'item', id: item.id },
    title: item.title,
    state: '',
    visibility: closed.has(item.meeting) ? 'private' : 'public',
    path: `${paths.get(item.meeting) ?? ''}#item-${item.number}`,
    writtenBy: oneWriter(item.addedBy),
  }))
}

async function cardsOfEncounters(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const encounters = await encountersById(read, ids as readonly Id<'encounter'>[]) // bound to the kind `encounter`
  return encounters.map(({ id, number, about, cancelledAt, offeredBy }) => ({
    thing: { kind: 'encounter', id },
    title: about,
    state: cancelledAt ? 'state.cancelled' : '',
    visibility: 'public',
    path: `/talks/${number}`,
    writtenBy: oneWriter(offeredBy),
  }))
}

async function cardsOfEvents(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const events = await gatheringsById(read, ids as readonly Id<'gathering'>[]) // bound to the kind `gathering`
  const slugs = await slugsOf(
    read,
    events.map(({ problem }) => problem),
  )
  return events.map(({ id, problem, number, title, cancelledAt, announcedBy }) => ({
    thing: { kind: 'gathering', id },
    title,
    state: cancelledAt ? 'state.cancelled' : '',
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/events/${number}`,
    writtenBy: oneWriter(announcedBy),
  }))
}

async function cardsOfTasks(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const tasks = await tasksById(read, ids as readonly Id<'action'>[]) // bound to the kind `action`
  const slugs = await slugsOf(
    read,
    tasks.map(({ problem }) => problem),
  )
  const closed = await closedAmong(
    read,
    await store.meetingsById(
      read,
      tasks.map(({ meeting }) => meeting),
    ),
  )
  return tasks.map(({ id, problem, number, meeting, meetingNumber, what, writtenBy }) => ({
    thing: { kind: 'action', id },
    title: what,
    state: '',
    visibility: closed.has(meeting) ? 'private' : 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/meetings/${meetingNumber}#task-${number}`,
    writtenBy: oneWriter(writtenBy),
  }))
}

/** What is not out yet is counted, never named. */
async function cardsOfMaterials(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const papers = await materialsById(read, ids as readonly Id<'material'>[]) // bound to the kind `material`
  const meetings = await store.meetingsById(
    read,
    papers.map(({ meeting }) => meeting),
  )
  const paths = await pathsOf(read, meetings)
  const closed = await closedAmong(read, meetings)
  return papers.map(({ id, meeting, title, publishedAt, addedBy }) => ({
    thing: { kind: 'material', id },
    title,
    state: '',
    visibility: publishedAt === null || closed.has(meeting) ? 'private' : 'public',
    path: `${paths.get(meeting) ?? ''}/papers`,
    writtenBy: oneWriter(addedBy),
  }))
}

async function cardsOfWishes(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const wishes = await wishesById(read, ids as readonly Id<'wish'>[]) // bound to the kind `wish`
  const slugs = await slugsOf(
    read,
    wishes.map(({ problem }) => problem),
  )
  return wishes.map(({ id, problem, number, words, by }) => ({
    thing: { kind: 'wish', id },
    title: words,
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/meetings/changes#wish-${number}`,
    writtenBy: oneWriter(by),
  }))
}

async function cardsOfRules(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const versions = await groundRulesById(read, ids as readonly Id<'ground-rules'>[]) // bound to the kind `ground-rules`
  const slugs = await slugsOf(
    read,
    versions.map(({ problem }) => problem),
  )
  return versions.map(({ id, problem, words, by }) => ({
    thing: { kind: 'ground-rules', id },
    title: words.split('\n')[0] ?? '',
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/meetings/rules`,
    writtenBy: oneWriter(by),
  }))
}

/** What was said in these is not for everybody: their doors were closed, or they are hidden with all that was said in them. */
async function closedAmong(read: Read, meetings: readonly store.Meeting[]): Promise<ReadonlySet<Id>> {
  const hidden = await hiddenAmong(
    read,
    meetings.map(({ id }) => id),
  )
  const closed = meetings.filter(({ isOpen, source }) => isOpen === false && source === null)
  return new Set([...hidden.keys(), ...closed.map(({ id }) => id)])
}

async function slugsOf(read: Read, ids: readonly Id<'problem'>[]): Promise<ReadonlyMap<Id<'problem'>, string>> {
  return new Map((await problemsById(read, [...new Set(ids)])).map(({ id, slug }) => [id, slug]))
}

async function pathsOf(read: Read, meetings: readonly store.Meeting[]): Promise<ReadonlyMap<Id<'meeting'>, string>> {
  const slugs = await slugsOf(
    read,
    meetings.map(({ problem }) => problem),
  )
  return new Map(
    meetings.map(({ id, problem, number }) => [id, `/problems/${slugs.get(problem) ?? ''}/meetings/${number}`]),
  )
}
