import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { wordsById } from './monitors/store.ts'
import * as pledgeStore from './pledges/store.ts'
import { reopeningsById } from './reopenings/store.ts'
import * as store from './store.ts'

/** How commitments, their milestones, pledges, reopenings and questions of the follow-up group are named in the trace, in notices and in moderation. */
export const deliveryCards = {
  commitment: cardsOfCommitments,
  milestone: cardsOfMilestones,
  pledge: cardsOfPledges,
  reopening: cardsOfReopenings,
  'monitor-word': cardsOfMonitorWords,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfCommitments(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const commitments = await store.commitmentsById(read, ids as readonly Id<'commitment'>[]) // bound to the kind `commitment`
  return commitments.map(({ id, slug, number, title, standing }) => ({
    thing: { kind: 'commitment', id },
    title,
    state: `state.${standing}`,
    visibility: 'public',
    path: `/problems/${slug}/delivery/${number}`,
  }))
}

async function cardsOfPledges(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const pledges = await pledgeStore.pledgesById(read, ids as readonly Id<'pledge'>[]) // bound to the kind `pledge`
  return pledges.map(({ id, slug, what, state, pledgedBy }) => ({
    thing: { kind: 'pledge', id },
    title: what,
    state: `pledge.${state}`,
    visibility: 'public',
    path: `/problems/${slug}/delivery`,
    writtenBy: oneWriter(pledgedBy),
  }))
}

async function cardsOfReopenings(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const reopenings = await reopeningsById(read, ids as readonly Id<'reopening'>[]) // bound to the kind `reopening`
  return reopenings.map(({ id, slug, commitmentNumber, reason, answeredAt, by }) => ({
    thing: { kind: 'reopening', id },
    title: reason.slice(0, 120),
    state: answeredAt ? 'reopening.answered' : 'reopening.waits',
    visibility: 'public',
    path: `/problems/${slug}/delivery/${commitmentNumber}`,
    writtenBy: oneWriter(by),
  }))
}

async function cardsOfMonitorWords(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const words = await wordsById(read, ids as readonly Id<'monitor-word'>[]) // bound to the kind `monitor-word`
  return words.map(({ id, slug, question, reply, by }) => ({
    thing: { kind: 'monitor-word', id },
    title: question.slice(0, 120),
    state: question === '' ? '' : reply === null ? 'monitor-word.waits' : 'monitor-word.answered',
    // Without a question it is a mark, which is counted and never named.
    visibility: question === '' ? 'private' : 'public',
    path: `/problems/${slug}/delivery/follow-up`,
    writtenBy: oneWriter(by),
  }))
}

async function cardsOfMilestones(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const milestones = await store.milestonesById(read, ids as readonly Id<'milestone'>[]) // bound to the kind `milestone`
  return milestones.map(({ id, slug, commitment, what, reachedOn }) => ({
    thing: { kind: 'milestone', id },
    title: what,
    state: reachedOn === null ? 'milestones.open' : 'milestones.reached',
    visibility: 'public',
    path: `/problems/${slug}/delivery/${commitment}`,
  }))
}
